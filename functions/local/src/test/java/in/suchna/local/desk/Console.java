package in.suchna.local.desk;

import in.suchna.local.page.Window;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** An admin at the dashboard. */
final class Console {
    private static final By READY = By.cssSelector("body[data-ready=true]");

    private final Window window;
    private final String url;
    private String widget = "#widget-0";

    Console(Window window, String url) {
        this.window = window;
        this.url = url;
    }

    /** Opens the dashboard; {@code look} such as {@code theme=dark}. */
    void open(String look) {
        window.open(url + "/desk?" + look);
        window.seen(READY);
    }

    /** Turns to another widget of it. */
    void turnTo(int index) {
        widget = "#widget-" + index;
    }

    private By content() {
        return By.cssSelector(widget + " .content");
    }

    private String inside(String path) {
        return "//*[@id='" + widget.substring(1) + "']//" + path;
    }

    void reads(String text) {
        window.reads(content(), text);
    }

    String text() {
        return window.seen(content()).getText();
    }

    /** The words of an element. */
    String found(String css) {
        return window.seen(By.cssSelector(widget + " " + css)).getText();
    }

    /** Looks at the picture of a tip, as it stands there and by its link. */
    void lookAtPicture() {
        window.loads(By.cssSelector(widget + " img.picture"));
        window.visit(By.cssSelector(widget + " a.copy"), () -> window.loads(By.cssSelector("img")));
    }

    void openTip(String reference) {
        window.tap(By.xpath(inside("a[text()='" + reference + "']")));
        window.reads(By.cssSelector(widget + " h2.reference"), reference);
    }

    void press(String button) {
        window.tap(By.xpath(inside("a[text()='" + button + "']")));
    }

    void unfold(String name) {
        window.tap(By.xpath(inside("summary[text()='" + name + "']")));
    }

    void choose(String field, String value) {
        new Select(window.seen(By.cssSelector(widget + " [name=" + field + "]"))).selectByValue(value);
    }

    /** The first value of a list that stands for something. */
    String firstOf(String field) {
        return String.valueOf(new Select(window.seen(By.cssSelector(widget + " [name=" + field + "]")))
                .getOptions()
                .get(1)
                .getDomAttribute("value"));
    }

    void write(String field, String words) {
        window.seen(By.cssSelector(widget + " [name=" + field + "]")).sendKeys(words);
    }

    /** Presses a button and agrees when asked. */
    void act(String button) {
        press(button);
        window.tap(By.id("confirm-yes"));
        window.seen(By.cssSelector(widget + "[aria-busy=false]"));
    }

    /** Presses a button and does not agree when asked. */
    void refuse(String button) {
        press(button);
        window.tap(By.id("confirm-no"));
    }
}
