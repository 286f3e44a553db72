namespace Weft.Suites;

/// <summary>Something that stops the comparison and that the user can mend; the message says how.</summary>
internal sealed class SuiteException(string message) : Exception(message);
