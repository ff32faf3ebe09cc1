package org.mentoringcommons.survey.withdrawal;

import java.time.LocalDate;
import java.util.UUID;
import org.mentoringcommons.survey.protocol.WithdrawalPolicy;

/**
 * One person's withdrawal from a protocol. It never changes.
 *
 * @param policy by which it was dealt with
 * @param day by the institution's clocks
 * @param answers how many sittings the person had sent under the protocol, 0 or more
 */
record Withdrawal(UUID id, UUID protocol, WithdrawalPolicy policy, LocalDate day, int answers) {}
