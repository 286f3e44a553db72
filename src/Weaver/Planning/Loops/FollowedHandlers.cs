using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Messages;
using Weft.Fody.Source;

namespace Weft.Fody.Planning.Loops;

/// <summary>Pass: the methods and lambdas that are delegates of dataflow blocks or parallel loops, or that requests come to, and that put records in.</summary>
// Design: which record such a method is given is found in the execution unit, wherever it was called from. So it is enough to know that it may be such a delegate: one made in a method that makes a block, runs a parallel loop, or maps requests.
internal sealed class FollowedHandlers
{
    private const string Blocks = "System.Threading.Tasks.Dataflow";

    private readonly Dictionary<MethodDefinition, HandlerBody> _bodies = [];
    private readonly HashSet<MethodDefinition> _ofRequests = [];    // as they were written
    private readonly HashSet<MethodDefinition> _requestBodies = []; // with what a compiler has made of those

    public static FollowedHandlers Run(IReadOnlyList<MethodDefinition> methods, HandOverMap handOvers)
    {
        var handlers = new FollowedHandlers();
        HashSet<MethodDefinition>? woven = null;
        foreach (MethodDefinition method in methods)
        {
            if (Endpoints.IsAction(method)) Add(method, isOfRequest: true, isSure: true);
            bool maps = method.Body.Instructions.Any(Endpoints.IsMapped);
            if (!maps && !method.Body.Instructions.Any(GivesRecords)) continue;
            HashSet<Instruction> mapped = maps ? Mapped(method) : [];
            foreach (Instruction instruction in method.Body.Instructions)
                if (instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn && ((MethodReference)instruction.Operand).Resolve() is { HasBody: true } handler) Add(handler, maps, mapped.Contains(instruction));
        }
        return handlers;

        bool Puts(Instruction instruction) => handOvers.Find(instruction) is { IsPut: true };

        bool MayHandOn(Instruction instruction) => Puts(instruction) || Fill.IsPutByCall(instruction) || IsOfModule(instruction);

        // Of a method that maps requests by a delegate which it keeps somewhere else first, any delegate may be the one: then only what hands on is looked at.
        void Add(MethodDefinition handler, bool isOfRequest, bool isSure)
        {
            if (StateMachine.IsIterator(handler)) return;
            if (isSure) handlers._ofRequests.Add(handler);
            MethodDefinition body = StateMachine.Of(handler)?.Resolve()?.Methods.FirstOrDefault(m => m.Name == "MoveNext") ?? handler;
            if ((woven ??= [.. methods]).Contains(body) && (isSure || body.Body.Instructions.Any(isOfRequest ? MayHandOn : Puts))) handlers._bodies[body] = isOfRequest ? new HandlerBody(new GivenBody(body, handler, number: 0)) : HandlerBody.OfBlock;
            if (isSure) handlers._requestBodies.Add(body);
        }
    }

    // A request's handler mostly gives what it was sent to a method that keeps it.
    private static bool IsOfModule(Instruction instruction) => instruction.Operand is MethodReference { HasParameters: true } called && called.DeclaringType.GetElementType().Scope is ModuleDefinition;

    // The instructions that give the methods of the delegates which are mapped on the spot.
    private static HashSet<Instruction> Mapped(MethodDefinition method)
    {
        var il = new MethodIl(method);
        StackFlow flow;
        try
        {
            flow = StackFlow.Of(il);
        }
        catch (MalformedBodyException) // which is told where the method is planned
        {
            return [];
        }
        return
        [
            .. il.Instructions.Where(call => Endpoints.IsMapped(call) && flow.Contains(call))
                .SelectMany(call => flow.Producers(call, flow.OperandCount(call) - 1))
                .Where(made => made.OpCode.Code == Code.Newobj && flow.OperandCount(made) == 2)
                .SelectMany(made => flow.Producers(made, 1)),
        ];
    }

    /// <summary>Whether a method is the body of such a delegate.</summary>
    public bool IsHandler(MethodDefinition method) => _bodies.ContainsKey(method);

    /// <summary>Whether a method is the body of one that requests come to.</summary>
    public bool IsOfRequest(MethodDefinition method) => _requestBodies.Contains(method);

    /// <summary>The parameter of a method that is the body of the requests that come to it, a collection; null where there is none, or nobody knows which.</summary>
    // Where several parameters are collections, others may be of the address.
    public ParameterDefinition? BodyOf(MethodDefinition method) =>
        _ofRequests.Contains(method) && method.Parameters.Where(parameter => IsCollection(parameter.ParameterType) && !IsFromElsewhere(parameter)).ToList() is { Count: 1 } collections ? collections[0] : null;

    // [FromServices], [FromQuery]... say where it comes from.
    private static bool IsFromElsewhere(ParameterDefinition parameter) =>
        parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name is var name && name.StartsWith("From", StringComparison.Ordinal) && name != "FromBodyAttribute");

    private static bool IsCollection(TypeReference type) => type is ArrayType { IsVector: true } || type is GenericInstanceType { GenericArguments.Count: 1, Namespace: "System.Collections.Generic" };

    /// <summary>What such a body is given; null of any other method.</summary>
    public HandlerBody? Of(MethodDefinition method) => _bodies.TryGetValue(method, out HandlerBody? body) ? body : null;

    private static bool GivesRecords(Instruction instruction) => instruction.Operand is MethodReference { Name: "ForEach" or "ForEachAsync", DeclaringType.FullName: "System.Threading.Tasks.Parallel" } or MethodReference { Name: "ForAll", DeclaringType.FullName: "System.Linq.ParallelEnumerable" }
        || instruction.OpCode.Code == Code.Newobj
        && instruction.Operand is MethodReference { DeclaringType: GenericInstanceType { ElementType: { Namespace: Blocks, Name: "ActionBlock`1" or "TransformBlock`2" or "TransformManyBlock`2" } } };
}
