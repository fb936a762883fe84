package com.dingshu.simulator.sf;

/** A customer of the carrier's open platform; {@code push} is empty when it wants no pushes. */
record SfAccount(String partnerID, String checkWord, String push) {}
