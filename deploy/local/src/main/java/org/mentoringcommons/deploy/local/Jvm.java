package org.mentoringcommons.deploy.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child JVM. */
final class Jvm {
    /** First argument of every child, so that a later run recognizes what an earlier one left behind. */
    static final String MARK = "-Dmentoring-commons.data=";

    /**
     * For other people's programs, which their own builds have verified: a fifth less work at every start. Our
     * services start without it, so that a class our build has spoilt is found.
     */
    static final List<String> UNVERIFIED = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    private Jvm() {}

    /**
     * A small JVM: one collector thread and no optimizing compiler take a third of the memory and start sooner, and
     * nothing on one machine with one user needs more.
     *
     * @param heap largest heap in MB
     */
    static List<String> command(Path data, int heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                java().toString(),
                MARK + data,
                "-Xms16m",
                "-Xmx" + heap + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8"));
        command.addAll(arguments);
        return command;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
