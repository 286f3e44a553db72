using System.Runtime.InteropServices;
using Weft.Flows;

namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <see cref="CollectionsMarshal.AsSpan{T}"/>: what is written through the span is noticed, though the list counts no version for it.</summary>
    public static Span<T> AsSpan<TLineage, T>(List<T>? list, int site) where TLineage : struct, ILineage
    {
        if (TLineage.IsRecording && list is not null) HandedOutListAttachment<T>.HandOut(list);
        return CollectionsMarshal.AsSpan(list);
    }
}
