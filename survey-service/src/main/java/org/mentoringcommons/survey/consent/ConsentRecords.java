package org.mentoringcommons.survey.consent;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.page.PublicAddress;
import org.mentoringcommons.survey.protocol.ConsentText;
import org.mentoringcommons.survey.protocol.Consents;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.survey.protocol.Protocols;
import org.mentoringcommons.survey.seal.Seals;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.TenantBinding;

/** Makes sealed consent records and reads those it made. */
@ApplicationScoped
public class ConsentRecords {

    private final Seals seals;
    private final PublicAddress address;
    private final TenantBinding binding;
    private final Institutions institutions;
    private final Protocols protocols;
    private final Consents consents;

    ConsentRecords(
            Seals seals,
            PublicAddress address,
            TenantBinding binding,
            Institutions institutions,
            Protocols protocols,
            Consents consents) {
        this.seals = seals;
        this.address = address;
        this.binding = binding;
        this.institutions = institutions;
        this.protocols = protocols;
        this.consents = consents;
    }

    /** Where whoever has the address reads the record, as long as the service runs. */
    public URI address(ConsentRecord record) {
        return address.of("/c/" + seals.seal(Seals.Purpose.CONSENT_RECORD, record.bytes()));
    }

    /**
     * The record that the code is, binding the request to its institution.
     *
     * @throws HttpProblem 404 {@code consent-record-not-found} if we did not make it
     */
    ConsentRecord open(String code) {
        ConsentRecord record = seals.open(Seals.Purpose.CONSENT_RECORD, code)
                .map(ConsentRecord::of)
                .orElseThrow(ConsentRecords::notFound);
        if (binding.tenant()
                .filter(other -> !other.equals(record.institution()))
                .isPresent()) {
            throw notFound();
        }
        binding.bind(record.institution());
        return record;
    }

    /** What the record says, with the text it speaks of; the request is bound to its institution. */
    @Transactional
    public ConsentRecordView view(ConsentRecord record) {
        Protocol protocol = protocols.find(record.protocol()).orElseThrow(ConsentRecords::notFound);
        ConsentText text = consents.find(record.protocol(), record.consent().version())
                .flatMap(consent -> consent.in(record.consent().language()))
                .orElseThrow(ConsentRecords::notFound);
        return new ConsentRecordView(
                institutions.find(record.institution()).orElseThrow().name(),
                protocol.number(),
                protocol.board(),
                protocol.title(),
                record.consent().version(),
                text,
                record.day(),
                true,
                record.research(),
                ConsentRecordView.BY_LINK,
                address(record));
    }

    private static HttpProblem notFound() {
        return Refusal.notFound("consent-record").problem();
    }
}
