package org.mentoringcommons.survey.instrument;

/** Something done for every kind of item in its own way; a new kind does not compile until it is done for it too. */
public interface ItemKinds<R> {

    R thenNow(ThenNow item);

    R likert(Likert item);

    R bipolar(Bipolar item);

    R choice(Choice item);

    R multiChoice(MultiChoice item);

    R quantity(Quantity item);

    R day(Day item);

    R text(Text item);

    R constantSum(ConstantSum item);

    R ranking(Ranking item);

    R instruction(Instruction item);
}
