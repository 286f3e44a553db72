namespace Weft;

/// <summary>Says that a method keeps the delegate it is given, to run it later: after the caller has gone on, once or often.</summary>
/// <remarks>For the analyzers only: they treat a delegate that is handed to such a parameter as one that is handed to <see cref="Task.ContinueWith(Action{Task})"/>.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DeferredAttribute : Attribute;
