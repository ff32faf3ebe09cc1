package org.mentoringcommons.deploy.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a start may choose.
 *
 * @param repository root of the checkout: where the built services are and the shared cache is
 * @param data state folder; everything a run leaves behind is in it, and deleting it starts afresh
 * @param ports where everything listens
 * @param services the services to start; tests of the infrastructure start none
 * @param evaluation another recreated evaluation for the demonstration; empty for the shipped one
 * @param passwords how dear Keycloak makes guessing them
 */
public record Settings(
        Path repository,
        Path data,
        Ports ports,
        List<Service> services,
        Optional<Path> evaluation,
        PasswordHashing passwords) {

    public Settings {
        repository = repository.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        services = List.copyOf(services);
        evaluation = evaluation.map(folder -> folder.toAbsolutePath().normalize());
    }

    /** Everything, on free ports, with its state in {@code data}: what an acceptance test wants. */
    public static Settings forTest(Path data) {
        return new Settings(
                repositoryAround(Path.of("")),
                data,
                Ports.free(),
                List.of(Service.values()),
                Optional.empty(),
                PasswordHashing.CHEAP);
    }

    /** As {@link #forTest}, with everything as dear as it is in earnest. */
    public static Settings forMeasurement(Path data) {
        Settings test = forTest(data);
        return new Settings(test.repository, data, test.ports, test.services, test.evaluation, PasswordHashing.FULL);
    }

    public Settings withServices(Service... chosen) {
        return new Settings(repository, data, ports, List.of(chosen), evaluation, passwords);
    }

    public Settings withPorts(Ports chosen) {
        return new Settings(repository, data, chosen, services, evaluation, passwords);
    }

    /** The checkout that {@code folder} lies in, so that tests run from any module. */
    static Path repositoryAround(Path folder) {
        Path candidate = folder.toAbsolutePath().normalize();
        while (candidate != null && !Files.exists(candidate.resolve("deploy/local/pom.xml"))) {
            candidate = candidate.getParent();
        }
        if (candidate == null) {
            throw new LaunchFailure(folder.toAbsolutePath() + " is not inside a checkout of Mentoring Commons.");
        }
        return candidate;
    }

    /** Shared by all state folders: unpacked and prepared programs, nothing that a run writes. */
    Path cache() {
        return repository.resolve("deploy/.cache");
    }

    /** Where the mail sink keeps what was sent. */
    public Path mails() {
        return data.resolve("mails");
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }
}
