package org.mentoringcommons.survey.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.tenancy.Caller;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.TenantBinding;

/** Registers a protocol with its first consent text, if it makes sense and is new. */
@ApplicationScoped
class Registration {

    private final Protocols protocols;
    private final Consents consents;
    private final Instruments instruments;
    private final Event<ProtocolRegistered> registered;
    private final AuditTrail trail;
    private final TenantBinding binding;
    private final Caller caller;

    Registration(
            Protocols protocols,
            Consents consents,
            Instruments instruments,
            Event<ProtocolRegistered> registered,
            AuditTrail trail,
            TenantBinding binding,
            Caller caller) {
        this.protocols = protocols;
        this.consents = consents;
        this.instruments = instruments;
        this.registered = registered;
        this.trail = trail;
        this.binding = binding;
        this.caller = caller;
    }

    /** Within the transaction under way. */
    Protocol register(NewProtocol wanted) {
        String ownInstitution = caller.institutionAlias().orElseThrow();
        check(wanted, ownInstitution);
        if (instruments.find(wanted.instrument()).isEmpty()) {
            throw Refusal.badRequest("instrument-unknown", "There is no such version of an instrument")
                    .violation("instrument", "does not exist")
                    .problem();
        }
        if (protocols.exists(wanted.board(), wanted.number())) {
            throw Refusal.conflict("protocol-exists", "This protocol is registered")
                    .violation("number", "is taken at this board")
                    .problem();
        }
        Protocol protocol = new Protocol(wanted, ownInstitution);
        protocols.add(protocol);
        consents.publish(protocol.id(), null, ConsentChange.INITIAL, null, wanted.consent());
        registered.fire(new ProtocolRegistered(protocol));
        note("protocol.registered", protocol, protocol.instrument().toString());
        note("consent-text.published", protocol, "version " + wanted.consent().version());
        return protocol;
    }

    private static void check(NewProtocol wanted, String ownInstitution) {
        Violations violations = Violations.none();
        if (wanted.endsBeforeItBegins()) {
            violations.of("validTo").add("is before validFrom");
        }
        if (!wanted.covers(ownInstitution)) {
            violations.of("institutions").add("does not cover " + ownInstitution + ", which registers it");
        }
        wanted.consent().check(violations.of("consent"));
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("protocol-contradictory", "The protocol contradicts itself")
                    .violations(violations.all())
                    .problem();
        }
    }

    private void note(String action, Protocol protocol, String detail) {
        trail.record(Deed.of(action, "protocol", protocol.id().toString())
                .institution(binding.tenant().orElseThrow())
                .detail(detail));
    }
}
