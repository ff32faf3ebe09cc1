package org.mentoringcommons.survey.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/** What evaluators whom a protocol names may have of its answers. To everybody else the protocol does not exist. */
@ApplicationScoped
class Ordering {

    private final Exports exports;
    private final ExportTasks tasks;
    private final OverWaves waves;
    private final Answers answers;
    private final Protocols protocols;
    private final ExportSettings settings;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    Ordering(
            Exports exports,
            ExportTasks tasks,
            OverWaves waves,
            Answers answers,
            Protocols protocols,
            ExportSettings settings,
            AuditTrail trail,
            TenantBinding binding,
            Caller caller,
            Clock clock,
            ObjectMapper json) {
        this.exports = exports;
        this.tasks = tasks;
        this.waves = waves;
        this.answers = answers;
        this.protocols = protocols;
        this.settings = settings;
        this.trail = trail;
        this.binding = binding;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    /** Asks for an export; who asked, when and what for stays on record. */
    @Transactional
    Export order(UUID protocol, NewExport wanted) {
        requireNamed(protocol);
        List<UUID> chosen = chosen(protocol, wanted.filters());
        requireRoom(protocol);
        Export export = new Export(
                UUID.randomUUID(),
                protocol,
                "",
                wanted.format(),
                wanted.population(),
                wanted.purpose(),
                written(wanted.filters()),
                chosen,
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                State.WAITING,
                0,
                answers.count(chosen, wanted.population()),
                0,
                null,
                null);
        exports.add(export);
        tasks.add(institution(), export.id());
        trail.record(deed("export.requested", export)
                .detail("protocol " + protocol + ", " + export.population().word() + ", "
                        + export.format().word() + ", " + chosen.size() + " waves")
                .reason(export.purpose()));
        return export;
    }

    @Transactional
    Export find(UUID protocol, UUID id) {
        requireNamed(protocol);
        return exports.find(protocol, id)
                .orElseThrow(() -> Refusal.notFound("export").problem());
    }

    @Transactional
    List<Export> after(UUID protocol, UUID id, int count) {
        requireNamed(protocol);
        return exports.after(protocol, id, count);
    }

    @Transactional
    void cancel(UUID protocol, UUID id) {
        Export export = find(protocol, id);
        exports.end(id, State.CANCELLED, clock.instant());
        tasks.hasten(institution(), id);
        trail.record(deed("export.cancelled", export).detail("protocol " + protocol));
    }

    /** One that can be fetched; that it is fetched is on record before the first byte leaves. */
    @Transactional
    Export fetch(UUID protocol, UUID id, String what) {
        Export export = find(protocol, id);
        if (export.state().isUnderWay()) {
            throw Refusal.conflict("export-not-ready", "The export is still being written")
                    .problem();
        }
        if (export.state() != State.READY || export.isOverAt(clock.instant())) {
            throw gone();
        }
        trail.record(deed("export.fetched", export).detail("protocol " + protocol + ", " + what));
        return export;
    }

    static HttpProblem gone() {
        return Refusal.of("export-gone", Response.Status.GONE, "The export is no longer there; ask for a new one")
                .detail("It has failed, was cancelled or recalled, or its time is over.")
                .problem();
    }

    private void requireNamed(UUID protocol) {
        protocols.find(protocol).filter(known -> known.names(caller.subject())).orElseThrow(() -> Refusal.notFound(
                        "protocol")
                .problem());
    }

    private void requireRoom(UUID protocol) {
        long underWay = exports.underWay(protocol, caller.subject());
        if (underWay >= settings.atOnce()) {
            throw Refusal.conflict("exports-under-way", "Let those under way finish, or cancel one")
                    .problem();
        }
        if (underWay + exports.kept(protocol, caller.subject(), clock.instant()) >= settings.keptAtOnce()) {
            throw Refusal.conflict("exports-kept", "Fetch earlier exports and delete them")
                    .detail("One person has up to " + settings.keptAtOnce()
                            + " under a protocol that are under way or ready to be fetched. DELETE removes one; it goes by"
                            + " itself when its time is over.")
                    .problem();
        }
    }

    private List<UUID> chosen(UUID protocol, NewExport.Filters filters) {
        List<OverWaves.Over> over = waves.of(protocol);
        Refusal refusal = Refusal.badRequest("export-impossible", "There is no such export");
        boolean wrong =
                filters.from() != null && filters.to() != null && filters.to().isBefore(filters.from());
        if (wrong) {
            refusal.violation("to", "is before from");
        }
        wrong |= unknown("waves", filters.waves(), over, OverWaves.Over::id, refusal);
        wrong |= unknown("workshops", filters.workshops(), over, OverWaves.Over::workshop, refusal);
        if (wrong) {
            throw refusal.problem();
        }
        List<UUID> chosen = over.stream()
                .filter(wave -> filters.takes(wave.day(), wave.id(), wave.workshop()))
                .map(OverWaves.Over::id)
                .toList();
        if (chosen.isEmpty()) {
            throw Refusal.conflict("no-wave-over", "No wave that is wanted is over")
                    .detail("Answers are exported when their wave has closed: a minute after its last.")
                    .problem();
        }
        return chosen;
    }

    private static boolean unknown(
            String field,
            List<UUID> wanted,
            List<OverWaves.Over> over,
            Function<OverWaves.Over, UUID> id,
            Refusal refusal) {
        boolean wrong = false;
        for (int index = 0; wanted != null && index < wanted.size(); index++) {
            UUID one = wanted.get(index);
            if (over.stream().map(id).noneMatch(one::equals)) {
                refusal.violation(field + "[" + index + "]", "has no wave under this protocol that is over");
                wrong = true;
            }
        }
        return wrong;
    }

    private Deed deed(String action, Export export) {
        return Deed.of(action, "export", export.id().toString()).institution(institution());
    }

    private Tenant institution() {
        return binding.tenant().orElseThrow();
    }

    private String written(NewExport.Filters filters) {
        try {
            return json.writeValueAsString(filters);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
