namespace Weft.Tests.Operators.Oracle.Async;

/// <summary>An asynchronous sequence of a random program: once woven, once by the oracle.</summary>
/// <param name="Text">What it is, for the message of a failure.</param>
/// <param name="Woven">The woven sequence; the same object at each call, so that a shared one is enumerated again.</param>
/// <param name="Oracle">What it gives, and from which inputs.</param>
internal sealed record AsyncPipeline(string Text, Lazy<IAsyncEnumerable<int>> Woven, Lazy<IReadOnlyList<OracleRecord>> Oracle)
{
    /// <summary>As <see cref="Pipeline.Collection"/>.</summary>
    internal int Collection { get; init; } = -1;
}
