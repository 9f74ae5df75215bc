/**
 * Code that breaks the rules of the house on purpose, one class for each rule, so that a rule which catches nothing is found
 * out. Packages are named as in the product. Nothing here runs or ships.
 */
package org.hindcast.architecture.violators;
