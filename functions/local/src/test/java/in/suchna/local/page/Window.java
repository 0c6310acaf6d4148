package in.suchna.local.page;

import java.nio.file.Path;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/** A window of the browser for the pages of other packages. */
public final class Window implements AutoCloseable {
    private final Browser browser;

    /** @param profile an empty folder for the browser's own data */
    public Window(Path profile, int width, int height) {
        this.browser = new Browser(profile, width, height);
    }

    /** Whether there is a browser on this machine. */
    public static boolean canOpen() {
        return Browser.isInstalled();
    }

    /** Opens a page. */
    public void open(String url) {
        browser.driver().get(url);
    }

    /** Waits until it is to be seen. */
    public WebElement seen(By what) {
        return browser.seen(what);
    }

    /** Waits until the text stands in the element. */
    public void reads(By what, String text) {
        browser.reads(what, text);
    }

    /** Clicks, as soon as it can be. */
    public void tap(By what) {
        browser.tap(what);
    }

    /** Waits until a picture is loaded and has a size. */
    public void loads(By picture) {
        browser.loads(picture);
    }

    /** Clicks what opens a tab of its own, looks at that, and comes back. */
    public void visit(By link, Runnable look) {
        browser.visit(link, look);
    }

    /** The page's title. */
    public String title() {
        return Objects.requireNonNull(browser.driver().getTitle());
    }

    /** How many pixels the page is wider than the window. */
    public long overflow() {
        Object wide = browser.driver()
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return wide instanceof Number number ? number.longValue() : 0;
    }

    /** Makes it so many pixels wide and high. */
    public void size(int width, int height) {
        browser.driver().manage().window().setSize(new Dimension(width, height));
    }

    /** A picture of it, as PNG. */
    public byte[] picture() {
        return browser.driver().getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        browser.close();
    }
}
