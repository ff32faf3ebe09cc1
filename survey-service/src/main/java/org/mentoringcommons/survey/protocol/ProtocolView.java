package org.mentoringcommons.survey.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.instrument.InstrumentReference;

/**
 * A protocol as it was registered.
 *
 * @param institutions aliases of those the board's approval covers
 * @param consent the text in force now
 */
record ProtocolView(
        UUID id,
        String number,
        String board,
        String title,
        LocalDate validFrom,
        LocalDate validTo,
        WithdrawalPolicy withdrawalPolicy,
        InstrumentReference instrument,
        List<String> curricula,
        List<String> evaluators,
        List<String> institutions,
        ConsentView consent) {}
