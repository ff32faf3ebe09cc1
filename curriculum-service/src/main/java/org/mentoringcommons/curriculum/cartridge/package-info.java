/** Curricula for learning platforms: Common Cartridge 1.3; pure. */
package org.mentoringcommons.curriculum.cartridge;
