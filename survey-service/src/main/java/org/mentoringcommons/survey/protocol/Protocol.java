package org.mentoringcommons.survey.protocol;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.mentoringcommons.survey.instrument.InstrumentReference;

/** An institution's ethics protocol; answers refer to what it said when they were given, so it never changes. */
@Entity
@Immutable
public class Protocol {

    @Id
    private UUID id;

    @TenantId
    private String tenant;

    private String number;
    private String board;
    private String title;
    private LocalDate validFrom;
    private LocalDate validTo;

    @Enumerated(EnumType.STRING)
    private WithdrawalPolicy withdrawalPolicy;

    @Embedded
    @AttributeOverride(name = "key", column = @Column(name = "instrument_key"))
    @AttributeOverride(name = "version", column = @Column(name = "instrument_version"))
    private InstrumentReference instrument;

    private String[] curricula;
    private String[] evaluators;
    private String[] institutions;

    Protocol() {}

    Protocol(NewProtocol wanted, String ownInstitution) {
        id = UUID.randomUUID();
        number = wanted.number();
        board = wanted.board();
        title = wanted.title();
        validFrom = wanted.validFrom();
        validTo = wanted.validTo();
        withdrawalPolicy = wanted.withdrawalPolicy();
        instrument = wanted.instrument();
        curricula = wanted.curricula().stream().distinct().toArray(String[]::new);
        evaluators = wanted.evaluators() == null
                ? new String[0]
                : wanted.evaluators().stream().distinct().toArray(String[]::new);
        institutions = wanted.institutions() == null
                ? new String[] {ownInstitution}
                : wanted.institutions().stream().distinct().toArray(String[]::new);
    }

    public UUID id() {
        return id;
    }

    public InstrumentReference instrument() {
        return instrument;
    }

    public String number() {
        return number;
    }

    public String board() {
        return board;
    }

    public String title() {
        return title;
    }

    /** @param day by the institution's clocks */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** What becomes of answers already given when somebody withdraws. */
    public WithdrawalPolicy withdrawalPolicy() {
        return withdrawalPolicy;
    }

    /** Whether this subject may evaluate what is answered under it. */
    public boolean names(String subject) {
        return Arrays.asList(evaluators).contains(subject);
    }

    /** Keys of the curricula after whose workshops it asks. */
    public List<String> curricula() {
        return List.of(curricula);
    }

    /** @param consent in force now */
    ProtocolView view(Consent consent) {
        return new ProtocolView(
                id,
                number,
                board,
                title,
                validFrom,
                validTo,
                withdrawalPolicy,
                instrument,
                curricula(),
                List.of(evaluators),
                List.of(institutions),
                ConsentView.of(consent));
    }
}
