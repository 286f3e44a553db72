using Weft.Capture;

namespace Weft.Segments;

/// <summary>Which words of a row become columns of a section. A column with the gap to the row before comes first in each.</summary>
internal static class RowLayout
{
    /// <summary>The number of columns behind the gaps; 0 for what is no kind of row. The runs of a fan-in are two columns, longer than the others.</summary>
    internal static int ColumnsOf(RowKind kind) => kind switch
    {
        RowKind.Root or RowKind.RootOpen => 2,  // index, count
        RowKind.RootEnd => 1,                   // count
        RowKind.Pair => 2,                      // a, b
        RowKind.FanOut => 3,                    // outer, first inner, count
        RowKind.FanOutRoots => 2,               // outer, count
        RowKind.FanIn => 3,                     // runs; first, count of each run
        RowKind.FanInRun => 2,                  // first, count
        RowKind.OuterFanIn => 3,                // outer, first inner, count
        RowKind.Link => 1,                      // parent
        _ => 0,
    };

    /// <summary>The first word of a row that is in a column: rows that name their span do so in word 0, which the gaps tell.</summary>
    internal static int FirstWord(RowKind kind) => kind <= RowKind.RootEnd ? 1 : 0;
}
