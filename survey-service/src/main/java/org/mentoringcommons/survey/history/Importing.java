package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.response.GivenAnswers;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.TenantBinding;

/**
 * What administrators, and evaluators whom a protocol names, may do about answers collected elsewhere. To everybody else the
 * protocol does not exist.
 */
@ApplicationScoped
class Importing {

    private final Imports imports;
    private final ImportTasks tasks;
    private final StagedRows staged;
    private final ImportedWorkshops words;
    private final Frames frames;
    private final Protocols protocols;
    private final GivenAnswers given;
    private final ImportSettings settings;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    Importing(
            Imports imports,
            ImportTasks tasks,
            StagedRows staged,
            ImportedWorkshops words,
            Frames frames,
            Protocols protocols,
            GivenAnswers given,
            ImportSettings settings,
            AuditTrail trail,
            TenantBinding binding,
            Caller caller,
            Clock clock,
            ObjectMapper json) {
        this.imports = imports;
        this.tasks = tasks;
        this.staged = staged;
        this.words = words;
        this.frames = frames;
        this.protocols = protocols;
        this.given = given;
        this.settings = settings;
        this.trail = trail;
        this.binding = binding;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    Import prepare(UUID protocol, NewImport wanted) {
        frames.checked(requireMay(protocol), wanted.mapping());
        Imports.Kept kept = imports.kept(protocol);
        if (kept.used() >= settings.most() || kept.all() >= settings.mostEver()) {
            throw Refusal.conflict("imports-kept", "No more imports are kept of one protocol")
                    .problem();
        }
        Import one = new Import(
                UUID.randomUUID(),
                protocol,
                wanted.source().strip(),
                written(wanted.mapping()),
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                State.EXPECTING,
                0,
                0,
                null,
                Import.Counts.NONE,
                0,
                null,
                null,
                null);
        imports.add(one);
        trail.record(deed("import.prepared", one).reason(one.source()));
        return one;
    }

    @Transactional
    Import find(UUID protocol, UUID id) {
        requireMay(protocol);
        return imports.find(protocol, id)
                .orElseThrow(() -> Refusal.notFound("import").problem());
    }

    @Transactional
    List<Import> after(UUID protocol, UUID id, int count) {
        requireMay(protocol);
        return imports.after(protocol, id, count);
    }

    @Transactional
    ImportView view(Import one) {
        return ImportView.of(one, imports.repeated(one.id()).orElse(null), words.of(one.id()));
    }

    /**
     * A file is taken, which is on record with whoever sent it.
     *
     * @param taking what makes it so
     */
    @Transactional
    void taken(UUID id, Runnable taking) {
        taking.run();
        Import one = imports.lock(id).orElseThrow();
        trail.record(deed("import.taken", one).detail("protocol " + one.protocol() + ", file " + one.fileHash()));
    }

    /**
     * Cancels what is not there yet, and has what is there taken back.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 {@code import-leaned-on} naming the imports to be taken back
     *     before it
     */
    @Transactional
    void end(UUID protocol, UUID id) {
        find(protocol, id);
        Import one = imports.lock(id).orElseThrow();
        switch (one.state()) {
            case EXPECTING, READING, WAITING -> {
                imports.become(id, State.CANCELLED, clock.instant());
                staged.forget(id);
                tasks.hasten(institution(), id);
                trail.record(deed("import.cancelled", one));
            }
            case TELLING, IMPORTED -> {
                requireNoneLeans(one);
                imports.undo(id);
                if (one.state() == State.IMPORTED) {
                    tasks.add(institution(), id);
                } else {
                    tasks.hasten(institution(), id);
                }
                trail.record(deed("import.undone", one)
                        .detail("protocol " + protocol + ", " + one.counts().added() + " answers"));
            }
            default -> {} // it is over, or ending
        }
    }

    /** Whoever is taking lines now is waited for: they may be finding some of this one's. */
    private void requireNoneLeans(Import one) {
        given.holdBack(one.protocol());
        List<UUID> leaning = imports.leaningOn(one.id());
        if (!leaning.isEmpty()) {
            throw Refusal.conflict("import-leaned-on", "Other imports found lines of this one here")
                    .detail("They would lose them. Take those back first, the last one first, and bring them again.")
                    .with("imports", leaning)
                    .problem();
        }
    }

    /** Workshops made for an import that is over, of which nobody here has answers any more. */
    @Transactional
    List<ImportView.OfWorkshop> leftOver(UUID id) {
        return words.left(id);
    }

    @Transactional
    void keep(UUID id, String key) {
        words.keep(id, key);
    }

    Protocol requireMay(UUID protocol) {
        return protocols
                .find(protocol)
                .filter(known -> caller.has(Roles.INSTITUTION_ADMIN) || known.names(caller.subject()))
                .orElseThrow(() -> Refusal.notFound("protocol").problem());
    }

    private Deed deed(String action, Import one) {
        return Deed.of(action, "import", one.id().toString()).institution(institution());
    }

    private Tenant institution() {
        return binding.tenant().orElseThrow();
    }

    private String written(Mapping mapping) {
        try {
            return json.writeValueAsString(mapping);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
