package in.suchna.local.desk;

import in.suchna.local.page.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;

/** Pictures of the desk for people to look at, where {@code -Dshots=FOLDER} asks for them. */
record Shots(Window browser) {
    private static final List<Integer> WIDTHS = List.of(450, 900, 1400);
    private static final int HEIGHT = 4_000;

    /** The page in light, dark and Hindi, at the widths a dashboard gives. */
    void take(String url, String name) throws IOException {
        if (System.getProperty("shots", "").isBlank()) {
            return;
        }
        for (int width : WIDTHS) {
            for (String look : List.of("theme=light", "theme=dark", "theme=light&language=hi")) {
                size(width);
                browser.open(url + "?" + look);
                browser.seen(By.cssSelector("body[data-ready=true]"));
                now(name + "-" + width + "-" + look.replaceAll("[^a-z]+", "-"), width);
            }
        }
    }

    void now(String name, int width) throws IOException {
        String folder = System.getProperty("shots", "");
        if (folder.isBlank()) {
            return;
        }
        size(width);
        Files.createDirectories(Path.of(folder));
        Files.write(Path.of(folder, name + ".png"), browser.picture());
    }

    private void size(int width) {
        browser.size(width, HEIGHT);
    }
}
