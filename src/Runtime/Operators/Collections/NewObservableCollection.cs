using System.Collections.ObjectModel;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new ObservableCollection&lt;T&gt;(collection)</c>: the collection keeps the spans of its records.</summary>
    public static ObservableCollection<T> NewObservableCollection<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && collection is not null && Origin.MayCarry(collection)
            ? Operators.Materialise.InOrder(collection, static records => new ObservableCollection<T>(records), static (made, column) => new VersionedAttachment<ObservableCollection<T>>(made, column, Versions<T>.Of), site)
            : new ObservableCollection<T>(collection!);

    /// <summary>The woven form of <c>new ObservableCollection&lt;T&gt;(list)</c>: the collection keeps the spans of its records.</summary>
    public static ObservableCollection<T> NewObservableCollection<TLineage, T>(List<T> list, int site) where TLineage : struct, ILineage
        => TLineage.IsRecording && list is not null && Origin.MayCarry(list)
            ? Operators.Materialise.InOrder(list, static records => new ObservableCollection<T>(records), static (made, column) => new VersionedAttachment<ObservableCollection<T>>(made, column, Versions<T>.Of), site)
            : new ObservableCollection<T>(list!);
}
