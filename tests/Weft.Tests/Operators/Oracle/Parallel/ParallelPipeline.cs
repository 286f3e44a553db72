namespace Weft.Tests.Operators.Oracle.Parallel;

/// <summary>A parallel query of a random program: once woven, once by the oracle.</summary>
/// <param name="Text">What it is, for the message of a failure.</param>
/// <param name="Woven">The woven query; the same object at each call, so that a shared one is run again.</param>
/// <param name="Oracle">What it gives, and from which inputs.</param>
internal sealed record ParallelPipeline(string Text, Lazy<ParallelQuery<int>> Woven, Lazy<IReadOnlyList<OracleRecord>> Oracle);
