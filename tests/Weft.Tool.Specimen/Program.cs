// A woven program whose recordings the tests of the tool ask about. The first argument is the scene to play, the others are the scene's.
using Specimen;

switch (args[0])
{
    case "shop": Shop.Play(folder: args[1]); break;
    case "rounds": Rounds.Play(); break;
    case "namesakes": Namesakes.Play(); break;
    case "changed": Changed.Play(); break;
    case "cut": Cut.Play(); break;
    case "million": Million.Play(int.Parse(args[1])); break;
    case "endless": Endless.Play(); break;
    case "thrice": Thrice.Play(folder: args[1]); break;
    case "failing": Failing.Play(); break;
    case "deep": Deep.Play(int.Parse(args[1])); break;
    case "kitchen": Kitchen.Play(); break;
    case "segments": Segments.Play(); break;
    default: throw new ArgumentException($"There is no scene '{args[0]}'.");
}
