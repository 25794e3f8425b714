using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>
/// Calls of delegates. One that was made in a recorded forward has noted itself. One that is a function of TorchSharp is noted as
/// that; what another did is not known.
/// </summary>
internal static class Delegates
{
    private const string Reason = "a delegate that was made outside of forward is called";

    public static void Note(Recorder recorder, FunctionCall call)
    {
        var (called, arguments) = ((Delegate)call.Arguments[0]!, call.Arguments.Skip(1).ToArray());
        var made = Recorder.Tensors(call.Result).Where(tensor => !recorder.IsFollowed(tensor)).ToArray();
        if (called.Method.DeclaringType?.FullName?.StartsWith("TorchSharp.torch", StringComparison.Ordinal) == true
            && called.Method.IsStatic)
        {
            var parameters = called.Method.GetParameters().Select(static parameter => parameter.Name).ToArray();
            var site = CallSite.Of($"functional.{called.Method.Name}({string.Join(", ", parameters)})");
            FunctionTable.Note(recorder, new FunctionCall(site, arguments, call.Result));
            return;
        }

        if (Recorder.Tensors(arguments).FirstOrDefault(recorder.HasChanged) is { } changed)
        {
            recorder.AddChange("delegate", changed, Recorder.Tensors(arguments), call.Result, Reason);
        }
        else if (made.Length > 0)
        {
            recorder.AddOpaque("delegate", Recorder.Tensors(arguments), call.Result, Reason);
        }
    }
}
