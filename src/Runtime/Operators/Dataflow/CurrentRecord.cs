using System.Runtime.CompilerServices;
using Weft.Carriers;

namespace Weft;

public static partial class Woven
{
    /// <summary>The record that the calling execution unit handles, for what the delegate of a block puts in; none where it handles none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as Add
    public static LoopRecord CurrentRecord<TLineage>() where TLineage : struct, ILineage
        => TLineage.IsRecording && ExecutionUnit.Current.Record is { Span: not 0 } record ? new LoopRecord(record.Span, record.Step) : default;

    /// <summary>What an item follows from that is put in while a message is handled: a record of loops or taken out, and the message, where the record is not one of the message's own.</summary>
    /// <param name="inner">The record.</param>
    /// <param name="site">The site that puts the item in.</param>
    public static LoopRecord WithinMessage<TLineage>(LoopRecord inner, int site) where TLineage : struct, ILineage
    {
        LoopRecord message = CurrentRecord<TLineage>();
        return MessagesInHand.Brought(message.Span, inner.Span) ? inner : Within<TLineage>(inner, message, site);
    }
}
