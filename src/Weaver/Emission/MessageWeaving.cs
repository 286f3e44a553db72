using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning;
using Weft.Fody.Planning.Messages;

namespace Weft.Fody.Emission;

/// <summary>Weaves what reads values from messages, what puts values into answers, and the methods whose arguments are the body of a request.</summary>
internal sealed class MessageWeaving(MethodIl il, LoopWeaving loops, WovenRuntime runtime, WovenCalls calls)
{
    /// <summary>Keeps what is read from, and what is written; before any other edit.</summary>
    public void Prepare(IEnumerable<PlannedSite> sites)
    {
        foreach (PlannedSite site in sites)
        {
            if (site is ReplySite { Read.IsOfMessage: true } reply) loops.Holders.Keep(reply.Call);
            else if (site is AnswerSite { Answer: { IsKept: true } answer } && IsObject(answer.Type)) loops.Holders.Keep(answer.At, answer.Operand);
        }
    }

    public void Weave(ReplySite site, IReadOnlyList<Instruction> handle)
    {
        ReplyRead read = site.Read;
        MethodDefinition woven = runtime.Replied(isValueTask: read.IsOfValueTask, tellsRecord: site.Take is not null);
        Instruction[] record = [];
        if (site.Take is { } take)
        {
            record = loops.AddressOf(take);
            il.Append(take.Given, [.. record, Call(runtime.Received)]);
        }
        il.Append(site.Call, [read.IsOfMessage ? Instruction.Create(OpCodes.Ldloc, loops.Holders.Of(site.Call)) : Instruction.Create(OpCodes.Ldnull), .. Copies.Of(record), .. handle, Call(woven, read.Value, read.Item)]);
    }

    public void Weave(AnswerSite site, IReadOnlyList<Instruction> handle)
    {
        AnswerCall answer = site.Answer;
        Instruction[] value = (answer.IsKept, IsObject(answer.Type)) switch
        {
            (true, true) => [Instruction.Create(OpCodes.Ldloc, loops.Holders.Of(answer.At, answer.Operand))],
            (true, false) => [Instruction.Create(OpCodes.Ldnull)],
            (false, true) => [Instruction.Create(OpCodes.Dup)],
            (false, false) => [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Box, answer.Type)],
        };
        List<Instruction> record = loops.Record(answer.Records, handle);
        if (record.Count == 0) record.Add(Call(runtime.NoRecord));
        Instruction[] told = [.. value, .. record, Constants.Load((int)answer.Others), .. Copies.Of(handle), answer.OfTask is { } result ? Call(runtime.AnswerOf, result) : Call(runtime.Answer)];
        if (answer.At.OpCode.Code == Code.Ret) il.Prepend(answer.At, told);
        else il.Surround(answer.At, told, []);
    }

    public void Weave(BodySite site, IReadOnlyList<Instruction> handle) =>
        il.Prepend([Instruction.Create(OpCodes.Ldarg, site.Parameter), .. handle, Call(runtime.Body, site.Parameter.ParameterType, ReplyRead.ItemOf(site.Parameter.ParameterType))]);

    private static bool IsObject(TypeReference type) => !type.IsValueType && type is not GenericParameter;

    private Instruction Call(MethodDefinition woven, params TypeReference[] arguments) => Instruction.Create(OpCodes.Call, calls.To(woven, arguments));
}
