package vn.cchc.survey.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** A respondent scans a printed invitation and answers in Chromium. Pictures are written to target/pictures. */
@QuarkusTest
class SurveyPageBrowser {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String CHROMIUM = System.getProperty("cchc.chromium", "/usr/bin/chromium");
    private static final List<String> OFFLINE_BROWSER = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static Playwright playwright;
    private static Browser browser;

    @TestHTTPResource
    URI service;

    @BeforeAll
    static void startBrowser() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(Path.of(CHROMIUM)).setArgs(OFFLINE_BROWSER));
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
        playwright.close();
    }

    @ParameterizedTest
    @ValueSource(ints = { 360, 1280 })
    void aPrintedInvitationLeadsToThePageAndToTheThanks(int width) throws Exception {
        String id = openCampaign("EDUCATION", 2025);
        try (BrowserContext phone = browser.newContext(viewport(width))) {
            Page page = phone.newPage();
            page.navigate(scanned(id));
            assertThat(page.title()).isEqualTo("Phiếu khảo sát sự hài lòng đối với dịch vụ giáo dục công lập");
            assertAccessible(page);
            page.screenshot(picture("form-" + width));

            page.fill("#q-EXPECTATION-n", "110");
            page.click("button");
            assertThat(page.locator("[role=alert]").isVisible()).isTrue();
            assertAccessible(page);
            page.screenshot(picture("faults-" + width));

            page.fill("#q-EXPECTATION-n", "90");
            page.click("#q-OVERALL label:has-text('rất hài lòng')");
            page.click("button");
            assertThat(page.locator("h1").textContent()).isEqualTo("Cảm ơn Ông/Bà đã trả lời");
            assertAccessible(page);
            page.screenshot(picture("thanks-" + width));
        }
        assertAnswers(id, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = { 360, 1280 })
    void questionsThatAreNotAskedAreHiddenAndTheOthersHaveTheirFields(int width) throws Exception {
        String id = draft(EveryScale.create(), 2025);
        transition(id, "opening").statusCode(200);
        try (BrowserContext phone = browser.newContext(viewport(width))) {
            Page page = phone.newPage();
            page.navigate(scanned(id));
            assertThat(page.isVisible("#q-EASY")).isFalse();
            assertAccessible(page);
            page.screenshot(picture("scales-" + width));

            page.click("#q-ONLINE label:has-text('có')");
            page.click("#q-EASY label:has-text('rất không hài lòng')");
            assertThat(page.isVisible("#q-WHY")).isTrue();
            page.fill("#q-WHY-n", "Khó tìm, xin gọi 0912 345 678");
            page.fill("#q-VISITS-n", "99");
            page.click("button");
            assertThat(page.locator("[role=alert]").textContent()).contains("1 đến 50");
            assertThat(page.inputValue("#q-WHY-n")).isEqualTo("Khó tìm, xin gọi 0912 345 678");
            assertAccessible(page);
            page.screenshot(picture("scales-faults-" + width));

            page.click("#q-ONLINE label:has-text('không')");
            assertThat(page.isVisible("#q-WHY")).isFalse();
            page.click("button");
            assertThat(page.locator("h1").textContent()).isEqualTo("Cảm ơn Ông/Bà đã trả lời");
        }
        assertAnswers(id, 1);
    }

    @Test
    void theKeyboardAloneIsEnough() throws Exception {
        String id = openCampaign("EDUCATION", 2025);
        try (BrowserContext desk = browser.newContext(viewport(1280))) {
            Page page = desk.newPage();
            page.navigate(scanned(id));
            focus(page, "document.activeElement.name === 'q-OVERALL'");
            page.keyboard().press("Space");
            page.screenshot(picture("focus"));
            focus(page, "document.activeElement.name === 'q-EXPECTATION'");
            page.keyboard().type("75");
            focus(page, "document.activeElement.tagName === 'BUTTON'");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("token="));
            assertThat(page.locator("h1").textContent()).isEqualTo("Cảm ơn Ông/Bà đã trả lời");
        }
        assertAnswers(id, 1);
    }

    @Test
    void withoutScriptsThePageWorksTheSame() throws Exception {
        String id = openCampaign("EDUCATION", 2025);
        try (BrowserContext plain = browser.newContext(viewport(360).setJavaScriptEnabled(false))) {
            Page page = plain.newPage();
            page.navigate(scanned(id) + "&lang=en");
            page.check("input[name=q-OVERALL][value='4']");
            page.click("button");
            assertThat(page.locator("h1").textContent()).isEqualTo("Thank you for your answers");
        }
        assertAnswers(id, 1);
    }

    @Test
    void afterALostConnectionWhatWasEnteredIsThereAndIsReceivedOnce() throws Exception {
        String id = openCampaign("EDUCATION", 2025);
        try (BrowserContext phone = browser.newContext(viewport(360))) {
            Page page = phone.newPage();
            String link = scanned(id);
            page.navigate(link);
            page.click("#q-OVERALL label:has-text('rất hài lòng')");
            page.fill("#q-EXPECTATION-n", "85");
            page.locator("#q-EXPECTATION-n").blur();
            phone.setOffline(true);
            try {
                page.click("button", new Page.ClickOptions().setTimeout(5_000));
            } catch (PlaywrightException expected) {
                assertThat(expected).hasMessageContaining("ERR_INTERNET_DISCONNECTED");
            }
            phone.setOffline(false);

            page.navigate(link);
            assertThat(page.isChecked("input[name=q-OVERALL][value='5']")).isTrue();
            assertThat(page.inputValue("#q-EXPECTATION-n")).isEqualTo("85");
            page.click("button");
            assertThat(page.locator("h1").textContent()).isEqualTo("Cảm ơn Ông/Bà đã trả lời");
            page.navigate(link);
            assertThat(page.locator("h1").textContent()).isEqualTo("Cảm ơn Ông/Bà đã trả lời");
        }
        assertAnswers(id, 1);
    }

    @Test
    void aPageOfAnOpenLinkIsReceivedOnceAlsoAfterALostConnection() {
        String id = openCampaign("EDUCATION", 2025);
        String link = as("surveyor")
                .body(Map.of("validUntil", Instant.now().plus(1, ChronoUnit.DAYS).toString(), "maxAnswers", 9))
                .post("/campaigns/{id}/open-links", id).path("link");
        String address = service.resolve(URI.create(link).getRawPath() + "?" + URI.create(link).getRawQuery()).toString();
        try (BrowserContext phone = browser.newContext(viewport(360))) {
            Page page = phone.newPage();
            page.navigate(address);
            String token = page.inputValue("[name=token]");
            page.click("#group label:has-text('tiểu học')");
            page.click("#q-OVERALL label:has-text('rất hài lòng')");
            assertAccessible(page);
            page.screenshot(picture("open-link"));

            page.navigate(address);
            assertThat(page.inputValue("[name=token]")).isEqualTo(token);
            page.click("button");
            assertThat(page.locator("h1").textContent()).isEqualTo("Cảm ơn Ông/Bà đã trả lời");

            page.navigate(address);
            assertThat(page.inputValue("[name=token]")).isNotEqualTo(token);
            assertThat(page.isChecked("input[name=q-OVERALL][value='5']")).isFalse();
        }
        assertAnswers(id, 1);
    }

    /** The link of the first code of a printed sheet, at this service instead of the gateway. */
    private String scanned(String campaign) throws Exception {
        byte[] sheet = as("surveyor").accept("application/pdf").body(Map.of("count", 1))
                .post("/campaigns/{id}/invitations", campaign).asByteArray();
        try (PDDocument pdf = Loader.loadPDF(sheet)) {
            String link = new QrCode(0, 2, 0, 4).read(pdf);
            return service.resolve(URI.create(link).getRawPath() + "?" + URI.create(link).getRawQuery()).toString();
        }
    }

    private static Browser.NewContextOptions viewport(int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("vi-VN");
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true);
    }

    private static void focus(Page page, String condition) {
        for (int i = 0; i < 200 && !(boolean) page.evaluate(condition); i++) {
            page.keyboard().press("Tab");
        }
        assertThat((boolean) page.evaluate(condition)).as(condition).isTrue();
    }

    /** By the rules of WCAG 2.2 AA that a program can check, and without a scroll bar at the bottom. */
    private static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze()
                .getViolations()).isEmpty();
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isTrue();
    }

    private static void assertAnswers(String campaign, int expected) {
        assertThat((int) as("surveyor").get("/campaigns/{id}/progress", campaign).path("answers")).isEqualTo(expected);
    }
}
