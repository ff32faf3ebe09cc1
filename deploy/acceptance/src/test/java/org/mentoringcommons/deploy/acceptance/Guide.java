package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guide of {@code docs}, followed to the letter: every block fenced as {@code sh} is run, one after the other in one
 * shell that stops at the first failure; a block fenced as {@code text} or {@code json} right after it is what it must
 * have printed. In {@code text}, {@code …} stands for anything; in {@code json}, fields that are not named may be there
 * too, and {@code "…"} stands for any value.
 *
 * <p>{@code deploy/token NAME} prints the token given here for that name.
 */
final class Guide {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final String ANYTHING = "…";
    /** Asks this test by a file and waits for its answer in another. */
    private static final String ASK =
            """
            #!/usr/bin/env bash
            here=$(dirname "$0")/..
            cp "$1" "$here/NAME.asking" && mv "$here/NAME.asking" "$here/NAME.question"
            until [ -e "$here/NAME.answer" ]; do sleep 0.1; done
            cat "$here/NAME.answer" && rm "$here/NAME.answer"
            """;

    private static final String MARK = "-- end of step ";
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    private final Path guide;
    private final Map<String, String> replacements = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> tokens = new LinkedHashMap<>();

    private final Map<String, UnaryOperator<String>> programs = new LinkedHashMap<>();

    private Guide(Path guide) {
        this.guide = guide;
    }

    /** The guide with this name in {@code docs}. */
    static Guide of(String name) {
        return new Guide(REPOSITORY.resolve("docs").resolve(name));
    }

    /** What the guide calls so is called otherwise here: an address, say. */
    Guide where(String inTheGuide, Object here) {
        replacements.put(inTheGuide, here.toString());
        return this;
    }

    /** Whose token {@code deploy/token NAME} prints. */
    Guide token(String name, Supplier<String> token) {
        tokens.put(name, token);
        return this;
    }

    /**
     * What {@code deploy/NAME FILE} prints: the work's answer to what is in the file, done here, in the test's own thread.
     */
    Guide program(String name, UnaryOperator<String> work) {
        programs.put(name, work);
        return this;
    }

    /** Follows it; fails at the first step that does not do what the guide says, with what it printed. */
    void follow() {
        List<Step> steps = steps();
        assertThat(steps).as("steps of " + guide).isNotEmpty();
        try {
            String printed = run(script(steps));
            for (int number = 0; number < steps.size(); number++) {
                int end = printed.indexOf(MARK + number + "\n");
                Step step = steps.get(number);
                assertThat(end)
                        .as(
                                "%s: step %d failed:%n%s%nIt printed:%n%s",
                                guide.getFileName(), number + 1, step.commands, printed)
                        .isNotNegative();
                step.check(printed.substring(0, end));
                printed = printed.substring(end + (MARK + number + "\n").length());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Step(String commands, String kind, String expected) {

        void check(String printed) throws IOException {
            if (kind.equals("json")) {
                assertContains(JSON.readTree(printed), JSON.readTree(expected), "");
            } else if (kind.equals("text")) {
                String pattern = Pattern.quote(expected.strip()).replace(ANYTHING, "\\E.*?\\Q");
                assertThat(printed.strip()).as(commands).matches(Pattern.compile(pattern, Pattern.DOTALL));
            }
        }

        private void assertContains(JsonNode printed, JsonNode wanted, String where) {
            if (wanted.isTextual() && wanted.asText().equals(ANYTHING)) {
                assertThat(printed.isMissingNode()).as(commands + where).isFalse();
            } else if (wanted.isObject()) {
                wanted.fields()
                        .forEachRemaining(field -> assertContains(
                                printed.path(field.getKey()), field.getValue(), where + "/" + field.getKey()));
            } else if (wanted.isArray()) {
                assertThat(printed.size())
                        .as(commands + where + " of " + printed)
                        .isEqualTo(wanted.size());
                for (int i = 0; i < wanted.size(); i++) {
                    assertContains(printed.get(i), wanted.get(i), where + "/" + i);
                }
            } else {
                assertThat(printed).as(commands + where).isEqualTo(wanted);
            }
        }
    }

    private List<Step> steps() {
        String text;
        try {
            text = Files.readString(guide);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        List<Step> steps = new ArrayList<>();
        Matcher block = FENCED.matcher(text);
        String commands = null;
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                if (commands != null) {
                    steps.add(new Step(commands, "", ""));
                }
                commands = block.group(2);
            } else if (commands != null) {
                steps.add(new Step(commands, block.group(1), block.group(2)));
                commands = null;
            }
        }
        if (commands != null) {
            steps.add(new Step(commands, "", ""));
        }
        return steps;
    }

    private static String script(List<Step> steps) {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (int number = 0; number < steps.size(); number++) {
            // a prompt, a trailing line without line end: the mark stands on a line of its own
            script.append(steps.get(number).commands)
                    .append("\nprintf '\\n%s%s\\n' '")
                    .append(MARK)
                    .append("' ")
                    .append(number)
                    .append('\n');
        }
        return script.toString();
    }

    private String run(String script) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "guide");
        Path token = Files.createDirectories(folder.resolve("deploy")).resolve("token");
        Files.writeString(token, "#!/usr/bin/env bash\nexec cat \"$(dirname \"$0\")/../tokens/$1\"\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rwx------"));
        for (String name : programs.keySet()) {
            Path program = folder.resolve("deploy").resolve(name);
            Files.writeString(program, ASK.replace("NAME", name));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        }
        Path known = Files.createDirectories(folder.resolve("tokens"));
        for (Map.Entry<String, Supplier<String>> one : tokens.entrySet()) {
            Files.writeString(known.resolve(one.getKey()), one.getValue().get());
        }
        Path commands = Files.writeString(folder.resolve("commands.sh"), script);
        Path output = folder.resolve("printed");
        Process shell = new ProcessBuilder("bash", commands.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
            while (!shell.waitFor(100, TimeUnit.MILLISECONDS)) {
                answer(folder);
                if (System.nanoTime() > deadline) {
                    shell.destroyForcibly();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        return Files.readString(output);
    }

    private void answer(Path folder) throws IOException {
        for (Map.Entry<String, UnaryOperator<String>> program : programs.entrySet()) {
            Path question = folder.resolve(program.getKey() + ".question");
            if (Files.exists(question)) {
                String answer =
                        program.getValue().apply(Files.readString(question).strip());
                Files.delete(question);
                Path written = Files.writeString(folder.resolve(program.getKey() + ".written"), answer + "\n");
                Files.move(written, folder.resolve(program.getKey() + ".answer"));
            }
        }
    }
}
