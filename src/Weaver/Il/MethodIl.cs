using System.Collections.ObjectModel;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

// Design: the one gate to a method's instructions; nothing else changes an instruction list, a branch or a handler.
//
// Both edits are insertions that leave every reference into the body valid without moving one:
//  - Code goes in *before* a call by turning the call's own Instruction into the first inserted one and putting the rest, with the new call
//    at its end, behind. Branches to the call, handler and scope bounds and its sequence point hold the Instruction, and so mean the first
//    inserted one from then on.
//  - Code goes in *behind* a call at the place nothing refers to: whoever jumps to the next instruction brings a value of its own.
// The compiler's encodings stay as they are. Only a short branch that no longer reaches its target is widened, since Cecil would write its
// displacement truncated.

/// <summary>A method's instructions: reads, the weaver's two kinds of insertion, and the way back.</summary>
internal sealed class MethodIl(MethodDefinition method)
{
    private readonly Dictionary<Instruction, Instruction> _surrounded = []; // where a call is now, by the instruction that it was
    private readonly MethodBody _body = method.Body;
    private (Instruction Instruction, OpCode OpCode, object? Operand)[]? _original;
    private Dictionary<Instruction, int>? _numbers;
    private readonly List<FieldDefinition> _addedFields = [];
    private readonly int _originalLocals = method.Body.Variables.Count;
    private readonly bool _originallyNull = method.Body.InitLocals;

    public MethodDefinition Method => method;

    public IReadOnlyList<Instruction> Instructions { get; } = new ReadOnlyCollection<Instruction>(method.Body.Instructions);

    /// <summary>The number of each instruction in <see cref="Instructions"/>, as they are now.</summary>
    public IReadOnlyDictionary<Instruction, int> Numbers =>
        _numbers ??= Instructions.Select((instruction, number) => (instruction, number)).ToDictionary(p => p.instruction, p => p.number);

    public IReadOnlyList<ExceptionHandler> Handlers { get; } = new ReadOnlyCollection<ExceptionHandler>(method.Body.ExceptionHandlers);

    /// <summary>Replaces <paramref name="call"/> by a call of <paramref name="target"/> with <paramref name="prefix"/>, not empty, before it.</summary>
    public void Redirect(Instruction call, IReadOnlyList<Instruction> prefix, MethodReference target) => Replace(call, prefix, [Instruction.Create(OpCodes.Call, target)]);

    /// <summary>Puts <paramref name="prefix"/>, not empty, before <paramref name="call"/> and <paramref name="suffix"/> behind it; within what a call before this one has put around it.</summary>
    public void Surround(Instruction call, IReadOnlyList<Instruction> prefix, IReadOnlyList<Instruction> suffix)
    {
        Instruction at = _surrounded.TryGetValue(call, out Instruction? inner) ? inner : call;
        Instruction moved = Instruction.Create(at.OpCode, (MethodReference)at.Operand);
        _surrounded[call] = moved;
        Replace(at, prefix, [moved, .. suffix]);
    }

    /// <summary>Puts <paramref name="prefix"/>, not empty, before <paramref name="instruction"/>, which is no branch.</summary>
    public void Prepend(Instruction instruction, IReadOnlyList<Instruction> prefix) => Replace(instruction, prefix, Copies.Of([instruction]));

    /// <summary>Puts <paramref name="suffix"/> behind <paramref name="call"/>.</summary>
    public void Append(Instruction call, IReadOnlyList<Instruction> suffix)
    {
        Begin();
        InsertBehind(call, suffix);
    }

    /// <summary>Whether a new local is null, or zero, where the method begins.</summary>
    public bool StartsLocalsAsNull => _body.InitLocals || _originalLocals == 0; // a compiler says nothing of locals that are not there

    /// <summary>Puts <paramref name="prefix"/> before the first instruction, where no branch leads.</summary>
    public void Prepend(IReadOnlyList<Instruction> prefix)
    {
        Begin();
        for (int i = 0; i < prefix.Count; i++) _body.Instructions.Insert(i, prefix[i]);
        _numbers = null;
    }

    /// <summary>A new local of the method, without a name.</summary>
    public VariableDefinition AddLocal(TypeReference type)
    {
        Begin();
        if (_originalLocals == 0) _body.InitLocals = true;
        var local = new VariableDefinition(type);
        _body.Variables.Add(local);
        return local;
    }

    /// <summary>A new field of the method's own type, without a constant; a reference to it, as the type's own code has it.</summary>
    public FieldReference AddField(string name, TypeReference type)
    {
        Begin();
        var field = new FieldDefinition(name, FieldAttributes.Private, type);
        method.DeclaringType.Fields.Add(field);
        _addedFields.Add(field);
        return new FieldReference(name, type, Self.Of(method.DeclaringType));
    }

    /// <summary>Ends the edits: every branch reaches its target.</summary>
    public void Finish()
    {
        if (_original is not null) ShortBranches.Widen(_body);
    }

    /// <summary>Takes back every edit.</summary>
    public void Restore()
    {
        if (_original is null) return;
        var kept = new HashSet<Instruction>(_original.Select(o => o.Instruction));
        for (int i = _body.Instructions.Count - 1; i >= 0; i--)
        {
            if (kept.Contains(_body.Instructions[i])) continue;
            // Cecil drops the sequence point at a removed instruction's offset, and that of an inserted one is 0: the method's first.
            _body.Instructions[i].Offset = -1;
            _body.Instructions.RemoveAt(i);
        }
        foreach ((Instruction instruction, OpCode opCode, object? operand) in _original)
        {
            instruction.OpCode = opCode;
            instruction.Operand = operand;
        }
        foreach (FieldDefinition field in _addedFields) method.DeclaringType.Fields.Remove(field);
        _addedFields.Clear();
        if (_originalLocals == 0) _body.InitLocals = _originallyNull;
        while (_body.Variables.Count > _originalLocals) _body.Variables.RemoveAt(_body.Variables.Count - 1);
        _original = null;
        _numbers = null;
    }

    private void Begin() => _original ??= _body.Instructions.Select(i => (i, i.OpCode, (object?)i.Operand)).ToArray();

    private void Replace(Instruction call, IReadOnlyList<Instruction> prefix, IReadOnlyList<Instruction> rest)
    {
        Begin();
        call.OpCode = prefix[0].OpCode;
        call.Operand = prefix[0].Operand;
        InsertBehind(call, [.. prefix.Skip(1), .. rest]);
    }

    private void InsertBehind(Instruction instruction, IReadOnlyList<Instruction> added)
    {
        int index = _body.Instructions.IndexOf(instruction);
        foreach (Instruction next in added) _body.Instructions.Insert(++index, next);
        _numbers = null;
    }
}
