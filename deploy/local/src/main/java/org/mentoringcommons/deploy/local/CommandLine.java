package org.mentoringcommons.deploy.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the person typed.
 *
 * @param command {@code up}, {@code down} or {@code token}
 * @param detach return when ready, and leave it running
 * @param empty without the demonstration
 * @param name whose token; empty for the other commands
 */
record CommandLine(String command, Settings settings, boolean detach, boolean empty, Optional<String> name) {
    static final String USAGE =
            """
            deploy/up    [--data DIR] [--detach] [--empty] [--demo DIR] [--free-ports] [--services LIST]
            deploy/down  [--data DIR]
            deploy/token [--data DIR] NAME

              --data DIR       state folder, default deploy/.data in the checkout
              --detach         return when ready
              --empty          without the demonstration
              --demo DIR       another recreated evaluation, with the files of the shipped one
              --free-ports     any free ports instead of the usual ones; stack.json says which
              --services LIST  only these, comma-separated, or none, and as they are built
              NAME             a user or portal of stack.json, such as evaluator""";

    /** @param repository root of the checkout; the scripts know it, whatever the working directory */
    static CommandLine parse(Path repository, String... words) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(words));
        String command = next(rest, "a command");
        if (rest.contains("--help")) {
            throw new LaunchFailure(USAGE);
        }
        if (!List.of("up", "down", "token").contains(command)) {
            throw usage("There is no command " + command + ".");
        }
        Path data = repository.resolve("deploy/.data");
        Ports ports = Ports.fixed();
        List<Service> services = List.of(Service.values());
        Optional<Path> evaluation = Optional.empty();
        Optional<String> name = Optional.empty();
        boolean detach = false;
        boolean empty = false;
        while (!rest.isEmpty()) {
            String word = rest.remove();
            switch (word) {
                case "--data" -> data = Path.of(next(rest, "the folder of --data"));
                case "--detach" -> detach = true;
                case "--empty" -> empty = true;
                case "--demo" -> evaluation = Optional.of(folder(next(rest, "the folder of --demo")));
                case "--free-ports" -> ports = Ports.free();
                case "--services" -> services = services(next(rest, "the list of --services"));
                default -> {
                    if (word.startsWith("-") || !command.equals("token") || name.isPresent()) {
                        throw usage("Not understood: " + word + ".");
                    }
                    name = Optional.of(word);
                }
            }
        }
        if (command.equals("token") && name.isEmpty()) {
            throw usage("Whose token?");
        }
        return new CommandLine(
                command,
                new Settings(repository, data, ports, services, evaluation, PasswordHashing.FULL),
                detach,
                empty,
                name);
    }

    private static Path folder(String name) {
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw usage(name + " is no folder.");
        }
        return folder;
    }

    private static List<Service> services(String list) {
        if (list.equals("none")) {
            return List.of();
        }
        try {
            return Arrays.stream(list.toUpperCase(Locale.ROOT).split(","))
                    .map(Service::valueOf)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw usage("--services takes identity, curriculum, survey, analytics or none.");
        }
    }

    private static String next(Deque<String> rest, String what) {
        if (rest.isEmpty()) {
            throw usage("Missing: " + what + ".");
        }
        return rest.remove();
    }

    private static LaunchFailure usage(String problem) {
        return new LaunchFailure(problem + System.lineSeparator() + USAGE);
    }
}
