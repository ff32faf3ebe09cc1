package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The system's Chromium for tests: {@code @ExtendWith(Browser.class)}, and a test that takes a {@link Page} gets one in
 * a browser without cookies or history of another test, closed after it. One process serves all tests of the run.
 *
 * <p>Without a Chromium the test is skipped and says so; with {@code -Dbrowser=required} it fails instead. Of a failing
 * test the last sight is kept under {@code target/screenshots}.
 */
final class Browser implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Browser.class);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    /** Works as root in a container, and asks nobody outside for anything. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Fails, naming rule and place, unless axe-core finds nothing to object to in the page as it stands. */
    static void assertAccessible(Page page) {
        assertNoViolations(page, axe(page));
    }

    /** The same of colours alone, for a page that was asked whole in other colours. */
    static void assertLegible(Page page) {
        assertNoViolations(page, axe(page).withRules(List.of("color-contrast")));
    }

    /** What passes is not described node by node, and no frame is looked into, since no page of ours has any. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(violationsOnly).setLegacyMode(true);
    }

    private static void assertNoViolations(Page page, AxeBuilder axe) {
        assertThat(axe.analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .as("what axe objects to on " + page.url())
                .isEmpty();
    }

    /** Keeps the whole page as {@code target/screenshots/<name>.png}. */
    static Path screenshot(Page page, String name) {
        Path file = SCREENSHOTS.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (executable().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        if ("required".equals(System.getProperty("browser"))) {
            throw new IllegalStateException("a browser is required, and none of " + NAMES + " is on the PATH");
        }
        return ConditionEvaluationResult.disabled("none of " + NAMES + " is on the PATH: " + context.getDisplayName());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Page.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Process process = context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent("process", none -> Process.start(), Process.class);
        Sight sight = new Sight(process.browser().newContext().newPage());
        context.getStore(HERE).put(Sight.class, sight); // closed with the test
        return sight.page();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Sight sight = context.getStore(HERE).get(Sight.class, Sight.class);
        if (sight != null && context.getExecutionException().isPresent()) {
            screenshot(
                    sight.page(),
                    "failed-" + context.getRequiredTestClass().getSimpleName() + "-"
                            + context.getRequiredTestMethod().getName());
        }
    }

    private static Optional<Path> executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private record Sight(Page page) implements AutoCloseable {
        @Override
        public void close() {
            page.context().close();
        }
    }

    private record Process(Playwright playwright, com.microsoft.playwright.Browser browser) implements AutoCloseable {

        static Process start() {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            return new Process(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable().orElseThrow())
                                    .setArgs(FLAGS)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
