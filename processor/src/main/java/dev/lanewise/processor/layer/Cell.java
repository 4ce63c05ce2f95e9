package dev.lanewise.processor.layer;

import com.palantir.javapoet.ClassName;
import dev.lanewise.processor.emit.Names;
import java.util.List;

/** What is particular to a kind of recurrent layer: its buffers, and how its kernels are called in a time step. */
enum Cell {
    /** Hidden and cell states. */
    LSTM(
            "LstmRun",
            List.of(
                    "TWINS.kernels().$1LCell(run.gates(),$Wkept * $2L,$Wrun.cells(),$Wprevious * $3L,$W(run.sequences() + at) * $3L,$Wrows)",
                    "TWINS.kernels().$1LOutput(run.gates(),$Wkept * $2L,$Wrun.cells(),$W(run.sequences() + at) * $3L,"
                            + "$Wrun.tanhCells(),$Wkept * $3L,$Wrun.hiddens(),$Wrows)"),
            "TWINS.kernels().$1LCellBackward(run.gates(),$Wat * $2L,$Wrun.cells(),$Wprevious * $3L,$Wrun.tanhCells(),$Wat * $3L,"
                    + "$Wrun.hiddenGradients(),$W(run.sequences() + at) * $3L,$Wrun.cellGradients(),$Wplace * $3L,$Wrows)"),
    /** Hidden states alone. */
    GRU(
            "GruRun",
            List.of(
                    "TWINS.kernels().$1LCell(run.gates(),$Wkept * $2L,$Wrun.hiddens(),$Wprevious * $3L,$W(run.sequences() + at) * $3L,$Wrows)"),
            "TWINS.kernels().$1LCellBackward(run.gates(),$Wat * $2L,$Wrun.hiddens(),$Wprevious * $3L,"
                    + "$Wrun.hiddenGradients(),$W(run.sequences() + at) * $3L,$Wprevious * $3L,$Wrows)");

    private final ClassName run;
    private final List<String> forward;
    private final String backward;

    Cell(String run, List<String> forward, String backward) {
        this.run = Names.model(run);
        this.forward = forward;
        this.backward = backward;
    }

    /** The class of the buffers of one direction. */
    ClassName run() {
        return run;
    }

    /** The calls of the cell's kernels: formats of the layer's identifier, the stride of gates and that of units. */
    List<String> forward() {
        return forward;
    }

    /** The call of the kernel that goes back: a format of the same. */
    String backward() {
        return backward;
    }
}
