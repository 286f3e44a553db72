using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Readers;

namespace Weft.Fody.Planning.Values;

/// <summary>One pass of a loop: the instructions from the one that reads a record to the one that reads the next.</summary>
/// <param name="Begin">The number of the instruction that reads the record; -1 where the method is called with it.</param>
/// <param name="First">The number of the loop's first instruction.</param>
/// <param name="Last">The number of its last one.</param>
/// <param name="IsCurrent">Whether an instruction gives the record, or what stands for it.</param>
internal sealed record Pass(int Begin, int First, int Last, Func<Instruction, bool> IsCurrent)
{
    public bool Contains(int number) => First <= number && number <= Last;

    public static Pass Of(ILoop loop, MethodIl il, StackFlow flow, IReadOnlyDictionary<Instruction, int> numbers) => loop switch
    {
        Loop records => new Pass(records.Current, records.Current + 1, records.MoveNext - 1, i => numbers[i] == records.Current || (records.Kind != EnumeratorKind.Array && IsCurrentOf(records.Enumerator, i, il, flow))),
        TakenRecord taken => new Pass(numbers[taken.Take.Given], taken.Start, taken.End, i => i == taken.Take.Given || i == taken.Take.Call),
        ReaderLoop reader => OfReader(reader, il, flow, numbers),
        GivenBody given => new Pass(-1, 0, il.Instructions.Count - 1, given.IsArgument),
        HandlerBody { Request: { } request } => new Pass(-1, 0, il.Instructions.Count - 1, request.IsArgument),
        _ => new Pass(-1, 0, il.Instructions.Count - 1, i => Operands.LoadedParameter(i, il.Method) is { } loaded && loaded == il.Method.Parameters.LastOrDefault()),
    };

    /// <summary>One call of a lambda, whose parameters are all of the records that it is called with.</summary>
    public static Pass OfLambda(MethodIl il) => new(-1, 0, il.Instructions.Count - 1, i =>
        i.OpCode.Code is Code.Ldarga or Code.Ldarga_S || (Operands.LoadedParameter(i, il.Method) is { } loaded && loaded != il.Method.Body.ThisParameter));

    private static Pass OfReader(ReaderLoop loop, MethodIl il, StackFlow flow, IReadOnlyDictionary<Instruction, int> numbers)
    {
        ReaderCall read = loop.Reads.First(call => loop.Contains(numbers[call.Call]));
        return new Pass(numbers[read.Given], loop.Start, loop.End, i => i == read.Given || (!read.GivesLine && IsLoadOf(loop.Place, i, il, flow)));
    }

    // What is asked of a reader of rows, or of an enumerator by value, is of the row that it is at.
    private static bool IsLoadOf(ReaderPlace reader, Instruction instruction, MethodIl il, StackFlow flow)
    {
        if (!flow.Contains(instruction)) return false;
        if (reader.Local is { } local) return Operands.LoadedLocal(instruction, il.Method) == local || (instruction.OpCode.Code is Code.Ldloca or Code.Ldloca_S && instruction.Operand == local);
        return reader.Key == ReaderPlace.KeyOf(instruction, il, flow);
    }

    private static bool IsCurrentOf(EnumeratorPlace enumerator, Instruction instruction, MethodIl il, StackFlow flow) =>
        instruction.Operand is MethodReference { Name: "get_Current", HasThis: true } && flow.Contains(instruction)
        && flow.Producers(instruction, 0) is { Count: 1 } receivers && enumerator.Equals(EnumeratorPlace.LoadedBy(receivers[0], il, flow));
}
