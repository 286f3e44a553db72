using System.Collections.Immutable;

namespace Weft.Tests.Operators.Oracle;

/// <summary>A value with the inputs that it stands on, carried along by hand.</summary>
/// <param name="Value">The value.</param>
/// <param name="Inputs">The ids of the inputs.</param>
internal sealed record OracleRecord(int Value, ImmutableSortedSet<long> Inputs)
{
    /// <summary>The same inputs, another value.</summary>
    internal OracleRecord With(int value) => this with { Value = value };

    /// <summary>A value that stands on several records.</summary>
    internal static OracleRecord Of(int value, IEnumerable<OracleRecord> records)
        => new(value, [.. records.SelectMany(record => record.Inputs)]);

    /// <summary>A value that the pipeline itself adds.</summary>
    internal static OracleRecord Added(int value) => new(value, []);
}
