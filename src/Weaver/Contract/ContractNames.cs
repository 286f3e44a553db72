namespace Weft.Fody.Contract;

/// <summary>Every name of the runtime that the weaver relies on. The weaver never loads the runtime, so a test holds these against it.</summary>
internal static class ContractNames
{
    public const string Assembly = "Weft";
    public const string Namespace = "Weft";

    public const string Woven = "Weft.Woven";
    public const string ContractVersion = "ContractVersion";
    public const string RegisterModule = "RegisterModule";

    /// <summary>What follows a call at which a flow ends.</summary>
    public const string Cut = "Cut";
    public const string CutFrom = "CutFrom";
    public const string CutTask = "CutTask";
    public const string CutValueTask = "CutValueTask";

    /// <summary>What loop bodies are woven with.</summary>
    public const string Add = "Add";
    public const string RecordOf = "RecordOf";
    public const string RecordAt = "RecordAt";
    public const string RecordOfItem = "RecordOfItem";
    public const string LoopOver = "LoopOver";
    public const string MovedOn = "MovedOn";
    public const string RecordOfLoop = "RecordOfLoop";
    public const string Within = "Within";
    public const string Kept = "Kept";
    public const string ForEach = "ForEach";
    public const string NoRecord = "NoRecord";
    public const string RecordOfAction = "RecordOfAction";
    public const string CurrentRecord = "CurrentRecord";
    public const string WithinMessage = "WithinMessage";
    public const string RecordOfReader = "RecordOfReader";
    public const string RowRead = "RowRead";
    public const string LineRead = "LineRead";
    public const string Received = "Received";
    public const string LoopRecord = "Weft.LoopRecord";
    public const string LoopSource = "Weft.LoopSource";

    /// <summary>What lambdas are woven with.</summary>
    public const string LookUp = "LookUp";
    public const string LookUpRecord = "LookUpRecord";
    public const string Fill = "Fill";
    public const string Remember = "Remember";

    /// <summary>What calls of methods that put in what they are given are woven with, and those methods.</summary>
    public const string Copied = "Copied";
    public const string RecordOfHolder = "RecordOfHolder";
    public const string Hand = "Hand";
    public const string Handed = "Handed";
    public const string TakeBack = "TakeBack";
    public const string OfLambda = "OfLambda";
    public const string Sending = "Sending";
    public const string LineageHandlers = "LineageHandlers";

    /// <summary>What reads of messages, and what goes into answers, are woven with.</summary>
    public const string Replied = "Replied";
    public const string Answer = "Answer";
    public const string AnswerOf = "AnswerOf";
    public const string Body = "Body";

    /// <summary>The number by which what sends a message knows that a record is for it.</summary>
    public const int SendingNumber = 1 << 4;
    public const string GiveBack = "GiveBack";
    public const string Expect = "Expect";
    public const string Returned = "Returned";
    public const string ScalarRecord = "ScalarRecord";
    public const string ReturnedLate = "ReturnedLate";
    public const string HandedField = "<Weft>handed";

    /// <summary>What the fields are called, with the name of the variable behind, that the weaver adds to closures.</summary>
    public const string CapturedField = "<Weft>record of ";

    /// <summary>What iterators are woven with.</summary>
    public const string YieldsRecords = "Weft.IYieldsRecords";
    public const string Yields = "Weft.Yields";
    public const string Enter = "Enter";
    public const string EnterAsync = "EnterAsync";
    public const string Entered = "Entered";
    public const string Open = "Open";
    public const string Moved = "Moved";
    public const string MovedByHand = "MovedByHand";
    public const string Read = "Read";
    public const string Yield = "Yield";
    public const string YieldKept = "YieldKept";
    public const string Forget = "Forget";
    public const string Loop = "Loop";

    /// <summary>What the fields are called, with a number behind, that the weaver adds to state machines for records taken out.</summary>
    public const string RecordField = "<Weft>record";

    /// <summary>As <see cref="RecordField"/>, for what is known of loops.</summary>
    public const string SourceField = "<Weft>source";

    /// <summary>What flows are woven with.</summary>
    public const string ForkedCall = "Weft.ForkedCall";
    public const string Resumed = "Resumed";
    public const string Fork = "Fork";
    public const string Forked = "Forked";
    public const string JoinTask = "JoinTask";
    public const string JoinDeparted = "JoinDeparted";
    public const string Awaiting = "Awaiting";
    public const string WentOn = "WentOn";
    public const string Completing = "Completing";
    public const string BlockOnTask = "BlockOnTask";
    public const string AwaitOnCompleted = "AwaitOnCompleted";
    public const string AwaitUnsafeOnCompleted = "AwaitUnsafeOnCompleted";

    /// <summary>The field that the weaver adds to an iterator's class.</summary>
    public const string YieldsField = "<Weft>yields";

    public const string LineageInterface = "Weft.ILineage";
    public const string Recording = "Weft.Recording";
    public const string NoLineage = "Weft.NoLineage";

    public const string WovenAssemblyAttribute = "Weft.WovenAssemblyAttribute";
    public const string NotWovenAttribute = "Weft.NotWovenAttribute";
    public const string LineageBoundaryAttribute = "Weft.LineageBoundaryAttribute";
    public const string LineageRequiredAttribute = "Weft.LineageRequiredAttribute";

    /// <summary>The version of the contract that this weaver writes.</summary>
    public const int Version = 1;

    /// <summary>The class that the weaver adds to each woven module, and its field with the number of the module's first site.</summary>
    public const string SitesClass = "<Weft>Sites";
    public const string SitesBase = "Base";
}
