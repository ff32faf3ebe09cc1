package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The system's pspp; where it is absent, what needs it is skipped by name, unless it is required. */
final class Pspp {

    private Pspp() {}

    static void assumeInstalled() {
        boolean there = Stream.of(
                        System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pspp")));
        assertThat(there || !"required".equals(System.getProperty("pspp")))
                .as("pspp is installed")
                .isTrue();
        assumeTrue(there, "pspp is not installed");
    }

    /** Saves what is open as CSV, values as they are, dates as people read them. */
    static String saved(String file) {
        return "SAVE TRANSLATE /OUTFILE='" + file + "' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.\n";
    }

    static void run(Path folder, String syntax) throws IOException, InterruptedException {
        Path commands = Files.writeString(folder.resolve("run.sps"), syntax);
        Path output = folder.resolve("output.txt");
        Process pspp = new ProcessBuilder("pspp", "--syntax-encoding=UTF-8", "-O", "format=txt", commands.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(pspp.waitFor(60, TimeUnit.SECONDS)).as("pspp ends").isTrue();
        String said = Files.readString(output);
        assertThat(pspp.exitValue()).as(said).isZero();
        assertThat(said).doesNotContain("error:", "warning:");
    }
}
