using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Iterators;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Messages;
using Weft.Fody.Planning.Readers;
using Weft.Fody.Planning.Returns;
using Weft.Fody.Planning.Units;
using Weft.Fody.Source;
using Weft.Sites;

namespace Weft.Fody.Planning;

/// <summary>One edit that a method's plan asks for, with its row of the site table.</summary>
internal abstract class PlannedSite(Instruction call, SiteRow row, SourceLocation location)
{
    /// <summary>The call as the compiler wrote it.</summary>
    public Instruction Call => call;

    public SiteRow Row => row;

    public SourceLocation Location => location;

    /// <summary>The loops and the records taken out whose records are told, from the innermost out.</summary>
    public virtual IReadOnlyList<ILoop> Loops => [];
}

/// <summary>A call that is redirected to a method of <c>Woven</c>.</summary>
internal sealed class Redirect(Instruction call, SiteRow row, SourceLocation location, MappedOperator target, Take? told) : PlannedSite(call, row, location)
{
    /// <summary>The record that the result is made of, where something that is put in is made of that; null where nobody asks.</summary>
    public Take? Told => told;

    public MappedOperator Operator => target;
}

/// <summary>A call that puts an item in, or of <c>ForEach</c>, that is told the records that the item follows from.</summary>
internal sealed class LoopCall(Instruction call, SiteRow row, SourceLocation location, FollowedCall followed) : PlannedSite(call, row, location)
{
    public FollowedCall Followed => followed;

    public override IReadOnlyList<ILoop> Loops => followed.Loops;
}

/// <summary>A call that takes a record out, from which what is put in elsewhere follows.</summary>
internal sealed class TakeCall(Instruction call, SiteRow row, SourceLocation location, Take take) : PlannedSite(call, row, location)
{
    public Take Take => take;
}

/// <summary>A call that moves a reader to its next row or line, from which what its loop adds follows.</summary>
internal sealed class ReaderMove(Instruction call, SiteRow row, SourceLocation location, ReaderCall read) : PlannedSite(call, row, location)
{
    public ReaderCall Read => read;
}

/// <summary>Where an iterator begins to read a sequence, a list or an array.</summary>
internal sealed class LoopEntry(Instruction call, SiteRow row, SourceLocation location, ReadPlace place, EntryKind kind) : PlannedSite(call, row, location)
{
    public ReadPlace Place => place;

    public EntryKind Kind => kind;
}

/// <summary>What a site says about itself when its code runs.</summary>
internal enum NoteKind
{
    /// <summary>That it looks up in the collection that an instruction gives.</summary>
    LookUp,

    /// <summary>That it puts records into that collection.</summary>
    Fill,

    /// <summary>That it remembers records of earlier calls; near the beginning of the method.</summary>
    Remember,
}

/// <summary>An instruction that puts what is made of records into a collection, where nobody follows it: the collection is told.</summary>
internal sealed class FillSite(Instruction call, SiteRow row, SourceLocation location, FilledCall filled) : PlannedSite(call, row, location)
{
    public FilledCall Filled => filled;

    public override IReadOnlyList<ILoop> Loops => filled.Loops;
}

/// <summary>A call that copies records of one collection into another, where nobody follows it: the other is told.</summary>
internal sealed class CopySite(Instruction call, SiteRow row, SourceLocation location, CopyingCall copy) : PlannedSite(call, row, location)
{
    public CopyingCall Copy => copy;
}

/// <summary>A call of a method that puts what it is given into collections: the method is told the records.</summary>
internal sealed class HandSite(Instruction call, SiteRow row, SourceLocation location, HandedCall handed) : PlannedSite(call, row, location)
{
    public HandedCall Handed => handed;

    public override IReadOnlyList<ILoop> Loops => handed.Loops;
}

/// <summary>Where a method gives its result: it tells its caller the records that the result is made of.</summary>
internal sealed class ReturnSite(Instruction end, SiteRow row, SourceLocation location, ToldResult told) : PlannedSite(end, row, location)
{
    public ToldResult Told => told;

    public override IReadOnlyList<ILoop> Loops => told.Records;
}

/// <summary>A store of a captured variable: the record of its value is stored beside it.</summary>
internal sealed class CaptureSite(Instruction store, SiteRow row, SourceLocation location, CapturedStore captured) : PlannedSite(store, row, location)
{
    public CapturedStore Store => captured;

    public override IReadOnlyList<ILoop> Loops => captured.Loops;

    /// <summary>The variable's field.</summary>
    public FieldReference Variable { get; } = (FieldReference)store.Operand;
}

/// <summary>A call by which a program says that a factory makes clients: they get a handler.</summary>
internal sealed class FactoryClientSite(Instruction call, SiteRow row, SourceLocation location) : PlannedSite(call, row, location);

/// <summary>A call that reads a value from a message.</summary>
internal sealed class ReplySite(ReplyRead read, SiteRow row, SourceLocation location, Take? take) : PlannedSite(read.Call, row, location)
{
    public ReplyRead Read => read;

    /// <summary>The same as what takes a record out; null where nobody asks for its record.</summary>
    public Take? Take => take;
}

/// <summary>An instruction that puts a value into the answer to a request.</summary>
internal sealed class AnswerSite(AnswerCall answer, SiteRow row, SourceLocation location) : PlannedSite(answer.At, row, location)
{
    public AnswerCall Answer => answer;
}

/// <summary>The beginning of a method that is given the body of a request, a collection.</summary>
internal sealed class BodySite(Instruction first, SiteRow row, SourceLocation location, ParameterDefinition parameter) : PlannedSite(first, row, location)
{
    public ParameterDefinition Parameter => parameter;
}

/// <summary>The call by which a class derived from a client of HTTP gives its base class a handler: one goes in front of it.</summary>
internal sealed class BaseClientSite(Instruction call, SiteRow row, SourceLocation location) : PlannedSite(call, row, location);

/// <summary>Where the code of a lambda, loop or iterator says what it takes besides the record that it is at.</summary>
internal sealed class Note(Instruction at, SiteRow row, SourceLocation location, NoteKind kind) : PlannedSite(at, row, location)
{
    public NoteKind Kind => kind;
}

/// <summary>A call in a lambda of a method that says which records its result is made of, where the lambda's results are made of that.</summary>
internal sealed class ResultNote(Instruction call, SiteRow row, SourceLocation location, Take take, bool isTaken) : PlannedSite(call, row, location)
{
    public Take Take => take;

    /// <summary>Whether the lambda takes the record anyway, at a site behind this one.</summary>
    public bool IsTaken => isTaken;
}

/// <summary>Where an iterator yields a record.</summary>
internal sealed class Yield(Instruction store, SiteRow row, SourceLocation location, YieldPoint point) : PlannedSite(store, row, location)
{
    public YieldPoint Point => point;
}

/// <summary>A place where a flow waits.</summary>
internal sealed class AwaitSite(Suspension suspension, SiteRow row, SourceLocation location) : PlannedSite(suspension.Call, row, location)
{
    public Suspension Suspension => suspension;
}

/// <summary>A place where a flow goes on from the end of a task that may be another unit's.</summary>
internal sealed class JoinSite(Join join, SiteRow row, SourceLocation location) : PlannedSite(join.Call, row, location)
{
    public Join Join => join;
}

/// <summary>A call that takes records and gives records in a way that Weft does not follow: its result is marked.</summary>
internal sealed class FlowEnd(Instruction call, SiteRow row, SourceLocation location, EndingCall end) : PlannedSite(call, row, location)
{
    public EndingCall End => end;

    /// <summary>Why the flow ends, as the build says it.</summary>
    public string Reason => end.Reason;
}
