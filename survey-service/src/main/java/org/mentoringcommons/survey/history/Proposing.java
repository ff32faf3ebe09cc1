package org.mentoringcommons.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.survey.instrument.Instruction;
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.tenancy.Refusal;

/** Makes mappings of what other tools say of their fields. */
@ApplicationScoped
class Proposing {

    private static final String RECORD = "record_id";
    private static final String WORKSHOP = "workshop";

    private final Importing importing;
    private final Instruments instruments;

    Proposing(Importing importing, Instruments instruments) {
        this.importing = importing;
        this.instruments = instruments;
    }

    @Transactional
    MappingProposal of(UUID protocolId, byte[] file) {
        Protocol protocol = importing.requireMay(protocolId);
        RedcapDictionary dictionary = RedcapDictionary.read(file);
        FieldFinding finding = new FieldFinding(dictionary);
        List<MappedItem> found = new ArrayList<>();
        List<String> itemsLeft = new ArrayList<>();
        for (Item item : instruments.get(protocol.instrument()).definition().items()) {
            if (!(item instanceof Instruction)) {
                item.match(finding).ifPresentOrElse(found::add, () -> itemsLeft.add(item.key()));
            }
        }
        if (found.isEmpty()) {
            throw Refusal.badRequest("dictionary-malformed", "No field is named after an item of the instrument")
                    .violation("line 2", "names no item, and no line below does")
                    .problem();
        }
        return new MappingProposal(mapping(found), itemsLeft, left(dictionary, found));
    }

    private static Mapping mapping(List<MappedItem> found) {
        return new Mapping(
                Layout.REDCAP,
                null,
                null,
                null,
                null,
                new Mapping.Where(WORKSHOP, null),
                RECORD,
                null,
                null,
                new Mapping.ConsentStated(null, null, null, null),
                null,
                null,
                found,
                null);
    }

    private static List<String> left(RedcapDictionary dictionary, List<MappedItem> found) {
        Set<String> used = new HashSet<>(Set.of(RECORD, WORKSHOP));
        found.forEach(item -> item.all().forEach(column -> used.add(column.replaceAll("___.*", ""))));
        return dictionary.names().stream().filter(name -> !used.contains(name)).toList();
    }
}
