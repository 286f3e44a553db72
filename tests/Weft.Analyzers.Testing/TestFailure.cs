namespace Weft.Analyzers.Testing;

/// <summary>What an analyzer reported is not what the test expects.</summary>
public sealed class TestFailure(string message) : Exception(message);
