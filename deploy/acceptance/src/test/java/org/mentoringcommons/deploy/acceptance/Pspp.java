package org.mentoringcommons.deploy.acceptance;

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

    /** What it reads in a system file, as CSV. */
    static byte[] csvOf(Path folder, byte[] sav) throws IOException, InterruptedException {
        Files.write(folder.resolve("answers.sav"), sav);
        Files.writeString(
                folder.resolve("run.sps"),
                "GET FILE='answers.sav'.\n"
                        + "SAVE TRANSLATE /OUTFILE='answers.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.\n");
        Process pspp = new ProcessBuilder("pspp", "--syntax-encoding=UTF-8", "-O", "format=txt", "run.sps")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        assertThat(pspp.waitFor(60, TimeUnit.SECONDS)).as("pspp ends").isTrue();
        String said = Files.readString(folder.resolve("output.txt"));
        assertThat(said).doesNotContain("error:", "warning:");
        assertThat(pspp.exitValue()).as(said).isZero();
        return Files.readAllBytes(folder.resolve("answers.csv"));
    }
}
