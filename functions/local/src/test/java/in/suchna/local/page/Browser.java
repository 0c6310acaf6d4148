package in.suchna.local.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium on the page, without a network of its own. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    // the driver's own half second between two looks is most of what a test waits
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final ChromeDriver driver;

    /** @param profile an empty folder for the browser's own data */
    Browser(Path profile, int width, int height) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile.toAbsolutePath());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        this.driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(new Dimension(width, height));
    }

    static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    void open(String url) {
        driver.get(url);
        seen(By.cssSelector("#live[data-state=live]"));
        seen(By.cssSelector(".person"));
    }

    ChromeDriver driver() {
        return driver;
    }

    WebElement seen(By what) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Waits until the text stands in the element. */
    void reads(By what, String text) {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(what, text));
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE, LOOK_AGAIN);
    }

    /** Waits until a picture is loaded and has a size. */
    void loads(By picture) {
        WebElement shown = seen(picture);
        waiting().until(_ -> Boolean.TRUE.equals(driver.executeScript("return arguments[0].naturalWidth > 0", shown)));
    }

    /** Clicks what opens a tab of its own, looks at that, and comes back. */
    void visit(By link, Runnable look) {
        String here = driver.getWindowHandle();
        tap(link);
        waiting().until(_ -> driver.getWindowHandles().size() > 1);
        driver.getWindowHandles().stream()
                .filter(tab -> !tab.equals(here))
                .findFirst()
                .ifPresent(tab -> driver.switchTo().window(tab));
        look.run();
        driver.close();
        driver.switchTo().window(here);
    }

    /** Types into the chat; Enter sends. */
    void write(String words) {
        seen(By.id("message")).sendKeys(words, Keys.ENTER);
    }

    void tap(By what) {
        waiting().until(ExpectedConditions.elementToBeClickable(what)).click();
    }

    /** Keeps what is seen as a PNG, for a person to look at. */
    void picture(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
