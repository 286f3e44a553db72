using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;

namespace Weft.Fody.Emission;

/// <summary>Weaves the constructors of classes derived from a client of HTTP: the handler that they give to the base class gets one in front of it.</summary>
internal sealed class BaseClientWeaving(MethodIl il, WovenRuntime runtime, WovenCalls calls)
{
    public void Weave(Instruction call)
    {
        var constructor = (MethodReference)call.Operand;
        Instruction sending = Instruction.Create(OpCodes.Call, calls.To(runtime.Sending, []));
        switch (constructor.Parameters.Count)
        {
            case 0:
                il.Redirect(call, [Instruction.Create(OpCodes.Newobj, HandlerOfItsOwn(constructor.DeclaringType)), sending], ConstructorWithHandler(constructor.DeclaringType));
                break;
            case 1:
                il.Prepend(call, [sending]);
                break;
            default: // whether it disposes of the handler is on top
                VariableDefinition disposes = il.AddLocal(il.Method.Module.TypeSystem.Boolean);
                il.Prepend(call, [Instruction.Create(OpCodes.Stloc, disposes), sending, Instruction.Create(OpCodes.Ldloc, disposes)]);
                break;
        }
    }

    // What HttpClient's own constructor makes.
    private MethodReference HandlerOfItsOwn(TypeReference client) =>
        new(".ctor", il.Method.Module.TypeSystem.Void, new TypeReference("System.Net.Http", "HttpClientHandler", il.Method.Module, client.Scope)) { HasThis = true };

    private MethodReference ConstructorWithHandler(TypeReference client) =>
        new(".ctor", il.Method.Module.TypeSystem.Void, client) { HasThis = true, Parameters = { new ParameterDefinition(new TypeReference("System.Net.Http", "HttpMessageHandler", il.Method.Module, client.Scope)) } };
}
