using System.Collections.Immutable;
using Weft.Flows;

namespace Weft.Operators;

/// <summary>What First, Last, Single and ElementAt of an immutable array share: .NET has chosen, and this tells which record.</summary>
internal static class ImmutableChoice
{
    /// <summary>Records that the result at <paramref name="site"/> is the record at an index; no record where there is none.</summary>
    internal static void Keep<T>(ImmutableArray<T> array, int index, int site)
    {
        if ((uint)index >= (uint)array.Length)
        {
            OutputRow.Witness(0, 0, site);
            return;
        }
        SpanReader spans = Origin.OpenPart(array, array.Length, index, 1, typeof(T), site);
        OutputRow.Witness(spans.At(index), spans.Step, site);
    }

    /// <summary>Notes at which call a predicate let a record pass.</summary>
    internal sealed class Match<T>
    {
        private int _calls;

        internal Match(Func<T, bool> predicate) => Predicate = record =>
        {
            int call = _calls++;
            if (!predicate(record)) return false;
            Call = call;
            return true;
        };

        /// <summary>What has to be asked of each record.</summary>
        internal Func<T, bool> Predicate { get; }

        /// <summary>The call that let a record pass last, from 0; -1 when none did.</summary>
        internal int Call { get; private set; } = -1;

        /// <summary>The index of that record where records were asked from the end; -1 when there is none.</summary>
        internal int FromEnd(int count) => Call < 0 ? -1 : count - 1 - Call;
    }
}
