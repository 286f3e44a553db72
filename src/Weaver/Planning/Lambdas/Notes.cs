using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Source;
using Weft.Sites;

namespace Weft.Fody.Planning.Lambdas;

/// <summary>What a method's code will say that it takes besides the records that it is at, by the instruction.</summary>
internal sealed class Notes
{
    private readonly MethodIl _il;
    private readonly Dictionary<Instruction, List<(NoteKind Kind, SiteRow Row)>> _notes = [];

    private Notes(MethodIl il) => _il = il;

    public bool IsEmpty => _notes.Count == 0;

    public static Notes Of(MethodIl il, StackFlow flow, SequenceTypes types, LambdaUse? use)
    {
        var notes = new Notes(il);
        if (use is null) return notes;
        LambdaReads reads = LambdaReads.Find(il, flow, types, use);
        foreach (Instruction load in reads.LookUps) notes.Add(load, NoteKind.LookUp, use.Site);
        foreach (Instruction load in reads.Fills) notes.Add(load, NoteKind.Fill, use.Site);
        if (reads.IsKept && il.Instructions.FirstOrDefault(i => i.OpCode.FlowControl == FlowControl.Next) is { } first) notes.Add(first, NoteKind.Remember, use.Site);
        return notes;
    }

    /// <summary>What is said at an instruction.</summary>
    public IEnumerable<Note> At(Instruction instruction)
    {
        if (!_notes.TryGetValue(instruction, out List<(NoteKind Kind, SiteRow Row)>? notes)) yield break;
        foreach ((NoteKind kind, SiteRow row) in notes) yield return new Note(instruction, row, SourceLocation.Of(_il.Method, instruction), kind);
    }

    private void Add(Instruction at, NoteKind kind, SiteRow site)
    {
        if (!_notes.TryGetValue(at, out List<(NoteKind Kind, SiteRow Row)>? notes)) _notes.Add(at, notes = []);
        notes.Add((kind, RowOf(site)));
    }

    /// <summary>What an operator says that is given a method which remembers.</summary>
    public static Note Remember(Instruction call, SiteRow site, MethodIl il) => new(call, RowOf(site), SourceLocation.Of(il.Method, call), NoteKind.Remember);

    /// <summary>What a lambda says whose results are made of that of a method.</summary>
    public static ResultNote OfResult(Instruction call, int method, bool isTaken, SiteRow site, MethodIl il) =>
        new(call, RowOf(site), SourceLocation.Of(il.Method, call), new Take(call, call, null, new ReturnedRead(((MethodReference)call.Operand).Name, method)), isTaken);

    private static SiteRow RowOf(SiteRow site) => new() { Operator = site.Operator, Method = site.Method, File = site.File, Line = site.Line, Column = site.Column };
}
