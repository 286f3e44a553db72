using System.Collections.Immutable;

namespace Weft.Tests.Operators.Oracle;

/// <summary>A value with the inputs that it stands on, carried along by hand.</summary>
/// <param name="Value">The value.</param>
/// <param name="Inputs">The ids of the inputs.</param>
internal sealed record OracleRecord(int Value, ImmutableSortedSet<long> Inputs)
{
    /// <summary>Those of the inputs that it stands on however soon its enumeration is broken off: the others are duplicates that may not have been read.</summary>
    internal ImmutableSortedSet<long> Needed { get; init; } = Inputs;

    /// <summary>The same inputs, another value.</summary>
    internal OracleRecord With(int value) => this with { Value = value };

    /// <summary>A value that stands on several records.</summary>
    internal static OracleRecord Of(int value, IEnumerable<OracleRecord> records)
        => new(value, [.. records.SelectMany(record => record.Inputs)]) { Needed = [.. records.SelectMany(record => record.Needed)] };

    /// <summary>A value that stands on all of its duplicates, of which the first is read in any case.</summary>
    internal static OracleRecord OfDuplicates(IEnumerable<OracleRecord> records) => Of(records.First().Value, records) with { Needed = records.First().Needed };

    /// <summary>The first record of each key; its inputs are those of all with the key where all witnesses are kept.</summary>
    internal static IEnumerable<OracleRecord> Distinct(IEnumerable<OracleRecord> records, Func<OracleRecord, int> keyOf, bool keepsAll)
        => records.GroupBy(keyOf).Select(same => keepsAll ? OfDuplicates(same) : same.First());

    /// <summary>A value that the pipeline itself adds.</summary>
    internal static OracleRecord Added(int value) => new(value, []);
}
