using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Readers;

/// <summary>The calls of a method that move a reader of rows or lines on.</summary>
internal static class ReaderCalls
{
    private const string Matches = "System.Text.RegularExpressions.Regex/ValueMatchEnumerator";
    private const string MatchedParts = "System.Text.RegularExpressions.Regex/ValueSplitEnumerator";

    /// <summary>Whether there are any; cheap.</summary>
    public static bool AreIn(MethodIl il) => il.Instructions.Any(IsReaderCall);

    public static IReadOnlyList<ReaderCall> Find(MethodIl il, StackFlow flow)
    {
        var found = new List<ReaderCall>();
        foreach (Instruction call in il.Instructions)
        {
            if (IsReaderCall(call) && flow.Contains(call) && Find(call, il, flow) is { } read) found.Add(read);
        }
        return found;
    }

    /// <summary>Whether a call leaves a text reader at the line that it is at.</summary>
    public static bool LeavesLine(MethodReference called) => called.Name is "get_EndOfStream" or "Peek" or "Close" or "Dispose" or "DisposeAsync" or "ReadLine" or "ReadLineAsync";

    private static bool IsReaderCall(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt && instruction.Operand is MethodReference { Name: "Read" or "ReadAsync" or "ReadLine" or "ReadLineAsync" or "MoveNext" } called
        && (called.DeclaringType.GetElementType().FullName, called.Name) is
            ("System.Data.IDataReader", "Read") or ("System.Data.Common.DbDataReader", "Read" or "ReadAsync")
            or ("System.IO.TextReader" or "System.IO.StreamReader" or "System.IO.StringReader", "ReadLine" or "ReadLineAsync") or ("System.Console", "ReadLine")
            or (Matches or MatchedParts, "MoveNext");

    private static ReaderCall? Find(Instruction call, MethodIl il, StackFlow flow)
    {
        var called = (MethodReference)call.Operand;
        if (call.Previous is { OpCode.OpCodeType: OpCodeType.Prefix }) return null;
        // What a state machine's local held is gone when it goes on: only the reader itself keeps count.
        if (!called.HasThis) return GeneratedNames.IsGenerated(il.Method.DeclaringType.Name) && called.DeclaringType.Name == "Console" && il.Method.Name == "MoveNext" ? null : new(call, call, ReaderPlace.Static(called.DeclaringType.FullName), null);
        if (flow.Producers(call, 0) is not { Count: 1 } receivers) return null;
        if (called.Name == "MoveNext")
            return receivers[0].OpCode.Code is Code.Ldloca or Code.Ldloca_S ? new(call, call, ReaderPlace.Value((VariableDefinition)receivers[0].Operand), SourceOf(called)) : null;

        ReaderPlace place = ReaderPlace.LoadedBy(receivers[0], il, flow);
        if (!called.Name.EndsWith("Async", StringComparison.Ordinal)) return new(call, call, place, null);
        return place.IsReadable && Loops.Awaited.Waited(call) is { } given ? new(call, given, place, null) : null;
    }

    private static string SourceOf(MethodReference called) => called.DeclaringType.GetElementType().FullName switch
    {
        Matches => "Regex.EnumerateMatches",
        _ => "Regex.EnumerateSplits",
    };
}
