package org.mentoringcommons.survey.withdrawal;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.protocol.WithdrawalPolicy;

/**
 * What a withdrawal did, for the participant to keep.
 *
 * @param withdrawal its number; it leads to nobody
 * @param number of the protocol at its board
 * @param policy the protocol's, by which answers already given were dealt with
 * @param day by the institution's clocks
 * @param answers how many sittings had been sent
 * @param releases frozen publications whose totals still hold the answers, as far as is known
 * @param releasesKnown how far that is
 * @param address where this can be read again, which proves that it is genuine
 */
record ProofView(
        UUID withdrawal,
        String institution,
        String number,
        String board,
        String title,
        WithdrawalPolicy policy,
        LocalDate day,
        int answers,
        List<Effect> effects,
        List<HoldingRelease> releases,
        Known.Extent releasesKnown,
        URI address) {}
