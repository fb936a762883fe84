/** Classes that break the rules of the house on purpose, one each: the rules must reject them. */
package com.dingshu.archproof;
